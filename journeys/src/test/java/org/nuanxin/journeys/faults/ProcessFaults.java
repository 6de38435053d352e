package org.nuanxin.journeys.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process dies, or stands still. */
final class ProcessFaults {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private ProcessFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : Rig.SERVICES) faults.add(new Fault("killed-" + service, scene -> kills(scene, service)));
        faults.add(new Fault(
                "killed-all-at-once",
                scene -> Rig.SERVICES.forEach(each -> scene.rig().part(each).kill())));
        faults.add(new Fault("kafka-killed", scene -> kills(scene, "kafka")));
        faults.add(new Fault("kafka-hung", scene -> stands(scene, "kafka", between(scene, 8, 20))));
        faults.add(new Fault("kafka-away", ProcessFaults::kafkaStaysAway));
        for (String service : List.of("dispatch", "volunteer")) {
            faults.add(new Fault("paused-" + service, scene -> stands(scene, service, A_MINUTE)));
        }
        return faults;
    }

    /** At a random moment, twice: the second time soon after it has come back. */
    private static void kills(Fault.Scene scene, String part) {
        for (int times = 0; times < 2; times++) {
            Wait.pass(scene.chance().between(AT_ONCE, SOON));
            scene.rig().part(part).kill();
            Wait.pass(Duration.ofSeconds(2));
            scene.rig().mend();
        }
    }

    private static void stands(Fault.Scene scene, String part, Duration howLong) {
        Wait.pass(scene.chance().between(AT_ONCE, SOON));
        Part process = scene.rig().part(part);
        process.freeze();
        Wait.pass(howLong);
        process.thaw();
    }

    /** Longer than any client of it is patient by default. */
    private static void kafkaStaysAway(Fault.Scene scene) {
        scene.rig().linksTo("kafka").forEach(Link::cut);
        scene.rig().part("kafka").kill();
        Wait.pass(between(scene, 20, 45));
    }

    private static Duration between(Fault.Scene scene, int least, int most) {
        return scene.chance().between(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
}
