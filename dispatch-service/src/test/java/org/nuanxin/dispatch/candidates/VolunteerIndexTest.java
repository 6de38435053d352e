package org.nuanxin.dispatch.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.nuanxin.dispatch.candidates.Volunteers.id;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

class VolunteerIndexTest {
    VolunteerIndex index = new VolunteerIndex();
    Wanted locksmith = EligibilityTest.ordinary(Reach.SERVING);

    @Test
    void gives_those_who_arrive_first() {
        index.put(named("walks from 3").north(3).helper());
        index.put(named("rides from 6").north(6).by(TravelMode.EBIKE).helper());
        index.put(named("walks from 5").north(5).helper());
        index.put(named("drives from 20").north(20).by(TravelMode.CAR).helper());

        List<Candidate> best = index.best(locksmith, 3);

        assertThat(best)
                .extracting(candidate -> candidate.helper().profile().subject())
                .containsExactly("rides from 6", "walks from 3", "drives from 20");
        assertThat(best.getFirst().distanceMetres()).isEqualTo(667);
        assertThat(best.getFirst().arrivalSeconds()).isEqualTo(208);
    }

    @Test
    void prefers_whoever_is_free() {
        index.put(named("near but busy").holding(1).helper());
        index.put(named("further and free").north(4).helper());

        assertThat(index.best(locksmith, 1).getFirst().id()).isEqualTo(id("further and free"));
        assertThat(index.best(locksmith, 1).getFirst().reasons())
                .containsExactly("SERVES_THE_PLACE", "SAME_GRID", "CREDENTIAL_VALID", "ON_DUTY", "FREE");
    }

    @Test
    void follows_what_becomes_of_a_volunteer() {
        index.put(named("mei").roomFor(1).helper());
        index.holds(id("mei"), 1);
        assertThat(index.best(locksmith, 1)).isEmpty();

        index.holds(id("mei"), 0);
        assertThat(index.best(locksmith, 1)).hasSize(1);

        index.put(named("mei").skilled(new VerifiedSkill("haircut", null)).helper());
        assertThat(index.best(locksmith, 1)).isEmpty();
    }

    @Test
    void says_who_was_left_out_and_by_which_rule() {
        index.put(named("mei").helper());
        index.put(named("li").offDuty().helper());

        index.put(named("wang").skilled(new VerifiedSkill("haircut", null)).helper());

        assertThat(index.leftOut(locksmith, 10))
                .isEqualTo(new LeftOut(Map.of(id("li"), Rule.NOT_ON_DUTY), Map.of(Rule.NOT_ON_DUTY, 1), 1));
    }

    @Test
    void names_the_nearest_of_those_left_out_and_counts_all() {
        index.put(named("far").north(9).offDuty().helper());
        index.put(named("near").north(1).offDuty().helper());
        index.put(named("nearer").holding(2).helper());

        LeftOut leftOut = index.leftOut(locksmith, 2);

        assertThat(leftOut.nearest())
                .containsExactly(entry(id("nearer"), Rule.NO_CAPACITY), entry(id("near"), Rule.NOT_ON_DUTY));
        assertThat(leftOut.counts()).isEqualTo(Map.of(Rule.NO_CAPACITY, 1, Rule.NOT_ON_DUTY, 2));
        assertThat(index.leftOut(locksmith, 0).nearest()).isEmpty();
    }

    @Test
    void hardly_ever_misses_somebody_who_moves_at_every_moment() throws Exception {
        for (int i = 0; i < 50; i++) index.put(named("v" + i).north(i).helper());
        AtomicBoolean over = new AtomicBoolean();
        Thread mover = Thread.ofPlatform().start(() -> {
            for (int step = 0; !over.get(); step++) {
                index.put(named("mei").north(step % 40).holding(step % 2).helper());
                index.put(named("v" + step % 50).north(step % 60).helper());
            }
        });
        try {
            await(() -> index.size() == 51);
            int missed = 0;
            for (int i = 0; i < 5000; i++) {
                List<UUID> found =
                        index.best(locksmith, 100).stream().map(Candidate::id).toList();
                assertThat(found).doesNotHaveDuplicates();
                if (!found.contains(id("mei"))) missed++;
            }
            assertThat(missed).isLessThan(50);
        } finally {
            over.set(true);
            mover.join();
        }
    }

    @Test
    void knows_whether_it_agrees() {
        Helper mei = named("mei").north(3).helper();
        index.put(mei);

        assertThat(index.agrees(mei.id(), 1, mei.position(), 0)).isTrue();
        assertThat(index.agrees(mei.id(), 2, mei.position(), 0)).isFalse();
        assertThat(index.agrees(mei.id(), 1, Volunteers.HOME, 0)).isFalse();
        assertThat(index.agrees(mei.id(), 1, mei.position(), 1)).isFalse();
        assertThat(index.agrees(id("li"), 1, mei.position(), 0)).isFalse();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) Thread.onSpinWait();
    }
}
