package org.nuanxin.journeys.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nuanxin.journeys.faults.Link.Way;

/** Between two parts nothing arrives any more: neither way, or only one of them. */
final class NetworkFaults {
    private static final Duration SOON = Duration.ofSeconds(4);

    private NetworkFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : Rig.SERVICES) {
            for (String pair : List.of(service + "-postgres", service + "-kafka", "front-" + service)) {
                faults.add(new Fault("cut-" + pair, scene -> cuts(scene, pair)));
            }
        }
        for (String store : List.of("postgres", "kafka")) {
            faults.add(new Fault("deaf-" + store, scene -> holds(scene, store, EnumSet.of(Way.THERE))));
            faults.add(new Fault("mute-" + store, scene -> holds(scene, store, EnumSet.of(Way.BACK))));
            faults.add(new Fault("answers-lost-" + store, scene -> losesAnswers(scene, store)));
        }
        faults.add(new Fault("answers-lost-front", scene -> losesAnswers(scene, "front")));
        return faults;
    }

    /** First broken and refused, then, after some seconds of peace, black: nothing arrives and nobody is told. */
    private static void cuts(Fault.Scene scene, String pair) {
        Link link = scene.rig().link(pair);
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        link.cut();
        Wait.pass(seconds(scene, 2, 8));
        link.mend();
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        link.hold(EnumSet.allOf(Way.class));
        Wait.pass(seconds(scene, 3, 18));
        link.mend();
    }

    private static void holds(Fault.Scene scene, String store, Set<Way> ways) {
        Link link = scene.chance().oneOf(scene.rig().linksTo(store));
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        link.hold(ways);
        Wait.pass(seconds(scene, 3, 18));
        link.mend();
    }

    /** What was asked for has been done, and whoever asked does not hear of it; again and again. */
    private static void losesAnswers(Fault.Scene scene, String part) {
        for (int times = 0; times < 20; times++) {
            Wait.pass(scene.chance().between(Duration.ofMillis(50), Duration.ofMillis(600)));
            scene.chance()
                    .oneOf(scene.rig().linksTo(part))
                    .loseAnswers(1 + scene.chance().below(3));
        }
    }

    private static Duration seconds(Fault.Scene scene, int least, int most) {
        return scene.chance().between(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
}
