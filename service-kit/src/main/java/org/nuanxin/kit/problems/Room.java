package org.nuanxin.kit.problems;

import java.util.concurrent.atomic.AtomicInteger;

/** Has room for so many at once. */
final class Room {
    private final AtomicInteger inside = new AtomicInteger();
    private final int most;

    Room(int most) {
        this.most = most;
    }

    boolean enter() {
        if (inside.incrementAndGet() <= most) return true;
        inside.decrementAndGet();
        return false;
    }

    /** However many are inside. */
    void comeBack() {
        inside.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }
}
