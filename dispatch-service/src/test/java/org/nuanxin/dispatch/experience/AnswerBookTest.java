package org.nuanxin.dispatch.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.experience.AnswerBook.Kind;
import org.nuanxin.dispatch.experience.AnswerBook.Line;
import org.nuanxin.dispatch.experience.Experience.Answer;

class AnswerBookTest {
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-03-02T18:00:00Z");

    UUID mei = new UUID(0, 1);
    UUID li = new UUID(0, 2);
    UUID wang = new UUID(0, 3);
    AnswerBook book = new AnswerBook();

    @Test
    void expects_the_usual_of_whom_nothing_is_known() {
        assertThat(expected(mei, NOON)).isEqualTo(Acceptance.USUAL);
    }

    @Test
    void expects_more_of_who_accepts_and_less_of_who_refuses() {
        say(mei, NOON, Answer.ACCEPTED, 5);
        say(li, NOON, Answer.REFUSED, 5);

        assertThat(expected(mei, NOON)).isGreaterThan(0.6);
        assertThat(expected(li, NOON)).isLessThan(0.25);
        assertThat(expected(wang, NOON)).isBetween(expected(li, NOON), expected(mei, NOON));
    }

    @Test
    void takes_silence_for_less_than_a_refusal() {
        say(mei, NOON, Answer.SILENT, 5);
        double silent = expected(mei, NOON);
        AnswerBook other = new AnswerBook();
        other.put(line(mei, NOON), new AnswerCounts(0, 5, 0), NOON);

        assertThat(silent).isLessThan(Acceptance.USUAL);
        assertThat(silent).isGreaterThan(other.acceptance(mei, "lock-opening", NOON));
    }

    @Test
    void tells_hours_apart_and_learns_of_one_from_the_other() {
        say(mei, NOON, Answer.ACCEPTED, 8);
        say(mei, NIGHT, Answer.REFUSED, 8);

        assertThat(expected(mei, NOON)).isGreaterThan(0.6);
        assertThat(expected(mei, NIGHT)).isLessThan(0.3);
        assertThat(expected(wang, NOON)).isGreaterThan(expected(wang, NIGHT));
    }

    @Test
    void comes_to_what_somebody_really_does() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            say(mei, NOON, random.nextDouble() < 0.8 ? Answer.ACCEPTED : Answer.REFUSED, 1);
            say(li, NOON, random.nextDouble() < 0.1 ? Answer.ACCEPTED : Answer.REFUSED, 1);
        }

        assertThat(expected(mei, NOON)).isCloseTo(0.8, within(0.08));
        assertThat(expected(li, NOON)).isCloseTo(0.1, within(0.08));
    }

    @Test
    void forgets_half_of_what_it_knows_in_a_season() {
        say(mei, NOON, Answer.ACCEPTED, 8);
        double fresh = expected(mei, NOON);
        AnswerBook other = new AnswerBook();
        Instant season = NOON.plus(AnswerCounts.HALF_LIFE);
        other.put(line(mei, season), new AnswerCounts(4, 0, 0), season);

        assertThat(expected(mei, season)).isLessThan(fresh);
        assertThat(expected(mei, season)).isCloseTo(other.acceptance(mei, "lock-opening", season), within(1e-9));
        assertThat(expected(mei, NOON.plus(Duration.ofDays(3650)))).isCloseTo(Acceptance.USUAL, within(0.001));
    }

    @Test
    void weighs_what_somebody_does_now_more_than_what_they_once_did() {
        say(mei, NOON, Answer.ACCEPTED, 12);
        Instant year = NOON.plus(Duration.ofDays(360));
        say(mei, year, Answer.REFUSED, 6);
        say(li, year, Answer.REFUSED, 6);
        say(li, year, Answer.ACCEPTED, 12);

        assertThat(expected(mei, year)).isLessThan(0.3);
        assertThat(expected(li, year)).isGreaterThan(0.45);
    }

    @Test
    void is_a_probability_whatever_was_answered() {
        Random random = new Random(1);
        List<Answer> answers = List.of(Answer.values());
        for (int i = 0; i < 5000; i++) {
            UUID who = new UUID(0, random.nextInt(20));
            Instant at = NOON.plusSeconds(3600L * random.nextInt(24));
            say(who, at, answers.get(random.nextInt(3)), 1);
            assertThat(expected(who, at)).isStrictlyBetween(0.0, 1.0);
        }
    }

    @Test
    void counts_what_is_told_twice_once() {
        book.put(line(mei, NOON), new AnswerCounts(3, 1, 0), NOON);
        double once = expected(li, NOON);
        book.put(line(mei, NOON), new AnswerCounts(3, 1, 0), NOON);

        assertThat(expected(li, NOON)).isEqualTo(once);
    }

    private void say(UUID who, Instant at, Answer answer, int times) {
        for (int i = 0; i < times; i++)
            book.put(line(who, at), book.counts(line(who, at), at).and(answer), at);
    }

    private double expected(UUID who, Instant at) {
        return book.acceptance(who, "lock-opening", at);
    }

    private static Line line(UUID who, Instant at) {
        return new Line(who, Kind.of("lock-opening", at));
    }
}
