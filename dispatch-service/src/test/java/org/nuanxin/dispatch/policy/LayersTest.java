package org.nuanxin.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.Clock;
import org.nuanxin.events.Urgency;

class LayersTest {
    static final ClockRules TWO_DAYS =
            new ClockRules(Duration.ofHours(18), List.of(), AlertLevel.STREET, "workdays-cn");
    static final WorkCalendar OFFICE = new WorkCalendar(
            new CalendarKey("office", 4),
            Timetable.daily(LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneId.of("Asia/Shanghai")));
    static final NamedCalendars CALENDARS =
            code -> code.equals("office") ? Optional.of(OFFICE) : NamedCalendars.BUILT_IN.find(code);

    PolicyParts grid = set("grid-1:*:ordinary", 7, null, Hours.of("office"));
    PolicyParts street = set("street-1:*:ordinary", 2, TWO_DAYS, Hours.of("always"));
    PolicyParts builtIn = DefaultPolicies.parts(Urgency.ORDINARY);

    @Test
    void take_each_part_from_the_nearest_scope_that_sets_it() {
        Layers layers = new Layers(List.of(grid, street, builtIn));
        Policy policy = layers.policy(CALENDARS);

        assertThat(policy.window()).isEqualTo(OFFICE);
        assertThat(policy.closure()).isEqualTo(TWO_DAYS);
        assertThat(policy.response().within()).isEqualTo(Duration.ofMinutes(15));
        assertThat(policy.hours(Clock.CLOSURE).key()).isEqualTo(new CalendarKey("workdays-cn", 0));
        assertThat(policy.hours(Clock.RESPONSE)).isEqualTo(OFFICE);
        assertThat(layers.sources())
                .containsEntry("window", new PolicyKey("grid-1:*:ordinary", 7))
                .containsEntry("closure", new PolicyKey("street-1:*:ordinary", 2))
                .containsEntry("response", new PolicyKey("default-ordinary", 0));
    }

    @Test
    void have_one_key_that_names_all_they_are_made_of() {
        PolicyKey key =
                new Layers(List.of(grid, street, builtIn)).policy(CALENDARS).key();

        assertThat(key)
                .isEqualTo(
                        new PolicyKey("grid-1:*:ordinary", 7, List.of("street-1:*:ordinary@2", "calendar/office@4")));
        assertThat(key.scopes())
                .containsExactly(new PolicyKey("grid-1:*:ordinary", 7), new PolicyKey("street-1:*:ordinary", 2));
        assertThat(key.calendars()).containsOnly(Map.entry("office", 4));
    }

    @Test
    void leave_out_of_the_key_what_is_hidden_by_nearer_ones() {
        PolicyParts hidden = set("street-1:*:ordinary", 2, null, Hours.of("always"));

        assertThat(new Layers(List.of(grid, hidden, builtIn)).policy(CALENDARS).key())
                .isEqualTo(new PolicyKey("grid-1:*:ordinary", 7, List.of("calendar/office@4")));
        assertThat(new Layers(List.of(builtIn)).policy(CALENDARS).key())
                .isEqualTo(new PolicyKey("default-ordinary", 0));
    }

    @Test
    void have_no_night_at_another_time_scale_but_the_one_that_people_set() {
        Policy office = new Layers(List.of(grid, builtIn)).policy(CALENDARS).dividedBy(60);
        Policy daytime = new Layers(List.of(street, builtIn)).policy(CALENDARS).dividedBy(60);

        assertThat(office.window()).isEqualTo(OFFICE);
        assertThat(daytime.hours(Clock.CLOSURE).always()).isTrue();
        assertThat(daytime.closure().within()).isEqualTo(Duration.ofMinutes(18));
    }

    static PolicyParts set(String scope, int version, @Nullable ClockRules closure, @Nullable Hours window) {
        return new PolicyParts(
                new PolicyKey(scope, version), null, closure, null, window, null, null, null, null, null, null, null);
    }
}
