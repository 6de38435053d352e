package org.nuanxin.journeys.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that goes wrong.
 *
 * @param name by which {@code ./check --faults --only} finds it
 * @param ground the stack it needs
 * @param strike lets it happen at the moments that chance chooses, and returns when its cause is gone
 */
record Fault(String name, Ground ground, Strike strike) {
    Fault(String name, Strike strike) {
        this(name, Ground.PLAIN, strike);
    }

    interface Strike {
        void on(Scene scene) throws Exception;
    }

    /** Where it strikes: in the middle of a street's life. */
    record Scene(Rig rig, Street street, Chance chance, Told told) {}

    /** All that are known, as quality asks for them. */
    static List<Fault> all() {
        return Stream.of(
                        ProcessFaults.all(),
                        NetworkFaults.all(),
                        StoreFaults.all(),
                        DeliveryFaults.all(),
                        RaceFaults.all(),
                        MomentFaults.all(),
                        GroundFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that need no wire to be cut and pass within seconds. */
    static List<Fault> brief() {
        List<String> brief = List.of("postgres-killed", "delivered-ten-times");
        return all().stream().filter(fault -> brief.contains(fault.name())).toList();
    }
}
