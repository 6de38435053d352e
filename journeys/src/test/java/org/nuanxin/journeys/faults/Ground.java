package org.nuanxin.journeys.faults;

import java.io.IOException;

/** What kind of stack a fault strikes. */
enum Ground {
    PLAIN,

    /** Its services' clocks can be set. */
    CLOCKS,

    /** Its data lie on a file system that can be filled. */
    DISK;

    boolean canBeHad() throws IOException {
        return this != DISK || Disk.canBeMade();
    }

    /** Why it cannot be had here. */
    String lacking() {
        return "since a file system of its own may only be made by an administrator of the machine";
    }
}
