package org.nuanxin.journeys.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One fault, struck once into a living street, and what was left when all was quiet again. */
final class Trial {
    static final int REQUESTS = 16;

    /**
     * What came of it.
     *
     * @param recovery from the end of the fault's cause until every request had come to its end and all was quiet
     */
    record Outcome(String fault, long seed, int calls, int unknown, Duration recovery, List<Violation> violations) {
        boolean survived() {
            return violations.isEmpty();
        }

        long count(Violation.Kind kind) {
            return violations.stream().filter(each -> each.kind() == kind).count();
        }
    }

    private final Rig rig;
    private final Invariants invariants;
    private final int requests;

    Trial(Rig rig, Invariants invariants, int requests) {
        this.rig = rig;
        this.invariants = invariants;
        this.requests = requests;
    }

    Outcome of(Fault fault, long seed) {
        try (Street street = Street.open(rig, new Chance(seed + 1))) {
            street.lives(requests);
            List<Violation> violations = new ArrayList<>();
            Duration recovery = strike(fault, new Chance(seed), street, violations);
            violations.addAll(invariants.broken(street));
            History history = street.history();
            return new Outcome(fault.name(), seed, history.calls(), history.unknowns(), recovery, violations);
        } catch (RuntimeException e) {
            return new Outcome(fault.name(), seed, 0, 0, Duration.ZERO, List.of(noRest(e)));
        }
    }

    private Duration strike(Fault fault, Chance chance, Street street, List<Violation> violations) {
        Wait.pass(chance.between(Duration.ofMillis(500), Duration.ofSeconds(2)));
        long healed = System.nanoTime();
        try {
            fault.strike().on(new Fault.Scene(rig, street, chance, invariants.told()));
            healed = System.nanoTime();
            rig.mend();
            street.awaitEnd();
            new Quiet(rig, invariants.told()).await();
        } catch (Exception e) {
            violations.add(noRest(e));
        }
        return Duration.ofNanos(System.nanoTime() - healed);
    }

    private static Violation noRest(Exception e) {
        return new Violation(Violation.Kind.WRONG, "no rest", told(e));
    }

    private static String told(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : failure + " <- " + told(cause);
    }
}
