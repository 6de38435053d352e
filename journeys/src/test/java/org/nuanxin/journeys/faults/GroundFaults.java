package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Machines whose clocks are wrong, and a disk without room. */
final class GroundFaults {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(4);

    private GroundFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : Rig.SERVICES) {
            faults.add(new Fault("clock-ahead-" + service, Ground.CLOCKS, scene -> errs(scene, service, AN_HOUR)));
            faults.add(new Fault(
                    "clock-behind-" + service, Ground.CLOCKS, scene -> errs(scene, service, AN_HOUR.negated())));
        }
        faults.add(new Fault("disk-full", Ground.DISK, GroundFaults::fillsTheDisk));
        return faults;
    }

    /** A clock jumps, stays wrong for a while, and jumps back. */
    private static void errs(Fault.Scene scene, String service, Duration error) throws IOException {
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        scene.rig().clocks().set(service, error);
        Wait.pass(scene.chance().between(Duration.ofSeconds(6), Duration.ofSeconds(15)));
        scene.rig().clocks().set(service, Duration.ZERO);
    }

    /** For PostgreSQL, Kafka and the logs alike. */
    private static void fillsTheDisk(Fault.Scene scene) throws IOException {
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        scene.rig().disk().fill();
        Wait.pass(scene.chance().between(Duration.ofSeconds(6), Duration.ofSeconds(20)));
        scene.rig().disk().clear();
    }
}
