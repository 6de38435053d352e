package org.nuanxin.volunteer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/** A volunteer … */
class VolunteerTest {
    static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    final Volunteer song = new Volunteer(
            UUID.randomUUID(),
            "volunteer-1",
            null,
            new Application(
                    null,
                    "宋永康",
                    "13800000001",
                    List.of("locksmith", "barber"),
                    "grid-1-1-01",
                    List.of("community-1"),
                    2000,
                    TravelMode.EBIKE,
                    List.of("zh-CN"),
                    1,
                    true,
                    new Whereabouts(30.74412, 121.33655)),
            List.of("street-1", "community-1", "grid-1-1-01"));

    @Test
    void begins_unverified_off_duty_and_with_nothing_proven() {
        VolunteerChanged told = song.apply(NOW);

        assertThat(told.version()).isEqualTo(1);
        assertThat(told.kind()).isEqualTo(Holder.Kind.VOLUNTEER);
        assertThat(told.verified()).isFalse();
        assertThat(told.onDuty()).isFalse();
        assertThat(told.skills()).isEmpty();
        assertThat(told.position()).isEqualTo(new Position(30.744, 121.337));
    }

    @Test
    void tells_only_what_has_changed() {
        assertThat(song.switchDuty(true, NOW)).isPresent();
        assertThat(song.switchDuty(true, NOW)).isEmpty();
        assertThat(song.verify(true, NOW)).isPresent();
        assertThat(song.verify(true, NOW)).isEmpty();
        assertThat(song.verify(false, NOW)).map(Event::at).contains(NOW);
    }

    @Test
    void moves_from_cell_to_cell_at_growing_versions() {
        assertThat(song.move(new Position(30.7444, 121.3366), NOW)).isEmpty();
        PositionChanged moved =
                (PositionChanged) song.move(new Position(30.752, 121.34), NOW).orElseThrow();
        VolunteerChanged changed = (VolunteerChanged) song.switchDuty(true, NOW).orElseThrow();

        assertThat(changed.position()).isEqualTo(moved.position());
        assertThat(changed.version()).isGreaterThan(moved.version());
    }

    @Test
    void keeps_a_proof_while_the_skill_is_offered_and_loses_it_with_the_skill() {
        song.verifySkill("locksmith", true, null, NOW);

        assertThat(song.change(skills("locksmith", "cook"), NOW).skills())
                .containsExactly(new VerifiedSkill("locksmith", null));
        assertThat(song.change(skills("cook"), NOW).skills()).isEmpty();
        assertThat(song.change(skills("locksmith"), NOW).skills()).isEmpty();
        assertThatThrownBy(() -> song.verifySkill("cook", true, null, NOW)).isInstanceOf(SkillNotOffered.class);
    }

    @Test
    void has_shifts_that_end_after_they_begin_and_quiet_hours_with_both_ends() {
        assertThatThrownBy(() -> song.keepShifts(List.of(new Hours(NOW, NOW)), NOW))
                .isInstanceOf(ShiftEndsBeforeItBegins.class);
        assertThatThrownBy(() -> song.keepQuiet(LocalTime.NOON, null, NOW)).isInstanceOf(QuietHoursOpenEnded.class);
        assertThat(song.keepShifts(List.of(new Hours(NOW, NOW.plusSeconds(60))), NOW)
                        .shifts())
                .hasSize(1);
        assertThat(song.keepShifts(List.of(), NOW).shifts()).isEmpty();
        assertThat(song.keepQuiet(null, null, NOW).quietFrom()).isNull();
    }

    private static Change skills(String... skills) {
        return new Change(null, null, List.of(skills), null, null, null, null, null, null);
    }
}
