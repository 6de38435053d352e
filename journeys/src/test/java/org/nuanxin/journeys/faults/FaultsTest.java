package org.nuanxin.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Run by {@code ./check --faults}. */
@EnabledIfSystemProperty(named = "faults", matches = "all")
class FaultsTest {
    private static final long FIRST_SEED = 1000;

    /** Round by round, so that no part of the stack is struck again and again without a rest. */
    @Test
    void nothing_is_lost_and_nothing_done_twice() throws IOException {
        Report report = new Report();
        try (Rig rig = Rig.start("");
                Invariants invariants = new Invariants(rig)) {
            for (int round = 0; round < Integer.getInteger("faults.seeds", 5); round++) {
                long seed = Long.getLong("faults.seed", FIRST_SEED + round);
                for (Fault fault : chosen()) report.add(new Trial(rig, invariants, Trial.REQUESTS).of(fault, seed));
            }
        }
        report.print();
        assertThat(report.survived()).isTrue();
    }

    private static List<Fault> chosen() {
        String only = System.getProperty("faults.only", "");
        List<Fault> chosen = Fault.all().stream()
                .filter(fault -> only.isEmpty() || matches(fault.name(), only))
                .toList();
        assertThat(chosen).as("faults named " + only).isNotEmpty();
        return chosen;
    }

    /** Names, with commas between them and stars for what may follow. */
    private static boolean matches(String name, String only) {
        return Arrays.stream(only.split(","))
                .anyMatch(each -> name.matches(Pattern.quote(each).replace("*", "\\E.*\\Q")));
    }
}
