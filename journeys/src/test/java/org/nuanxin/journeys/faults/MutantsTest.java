package org.nuanxin.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Run by {@code ./check --faults --mutants}: a check that cannot fail proves nothing. */
@EnabledIfSystemProperty(named = "faults", matches = "mutants")
class MutantsTest {
    private static final int MOST_SEEDS = 5;

    @Test
    void every_guard_that_is_taken_out_is_missed() throws IOException {
        String only = System.getProperty("faults.only", "");
        List<String> told = new ArrayList<>();
        List<Mutant> mutants = Mutant.all().stream()
                .filter(mutant -> only.isEmpty() || mutant.name().equals(only))
                .toList();
        for (Mutant mutant : mutants) {
            if (isTold(mutant)) told.add(mutant.name());
            System.out.println("without " + mutant.name() + (told.contains(mutant.name()) ? ": told" : ": NOT told"));
        }
        System.out.println("mutants " + mutants.size() + " told " + told.size());
        assertThat(told).hasSameSizeAs(mutants);
    }

    /** What only comes to no rest, or cannot begin, tells nothing. */
    private static boolean isTold(Mutant mutant) throws IOException {
        Report report = new Report();
        try (Rig rig = Rig.start(Ground.PLAIN, mutant.option());
                Invariants invariants = new Invariants(rig)) {
            assertThat(mutant.isIn(rig))
                    .as(mutant.name() + " is really taken out")
                    .isTrue();
            for (long seed = 1; seed <= MOST_SEEDS; seed++) {
                for (Fault fault : Fault.all()) {
                    if (mutant.faults().contains(fault.name()))
                        report.add(new Trial(rig, invariants, Trial.REQUESTS).of(fault, seed));
                    if (report.lostOrDoubled()) return true;
                }
            }
        }
        return false;
    }
}
