package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a check has found. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    List<Fault> all() {
        return List.copyOf(faults);
    }

    void add(String field, String reason) {
        add(new Fault(field, reason));
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    void later(String field, Duration earlier, Duration later) {
        if (later.compareTo(earlier) <= 0) add(field, "must-be-later");
    }

    void positive(String field, Duration duration) {
        positive(field, duration.isPositive());
    }

    void positive(String field, boolean positive) {
        if (!positive) add(field, "must-be-positive");
    }

    void notNegative(String field, int number) {
        if (number < 0) add(field, "must-not-be-negative");
    }
}
