package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.AlertEvent.AlertClimbed;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;

/** Clocks and waits by real timers; a quarter of an hour takes seven and a half seconds here. */
@ServiceTest
class TimersTest {
    static final Duration LATE = Duration.ofSeconds(2);
    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void nobody_answers_and_at_last_a_lapsed_offer_is_accepted() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        here.staff("supervisor-" + here.number, "supervisor", here.community);
        Holder li = here.volunteer("li", 1);
        Known.await(li);
        UUID request = here.submit();
        var offer = here.offerTo(request, li);

        ClockBreached breach = here.said(ClockBreached.class, request);

        assertFiredOnTime(breach.dueAt(), breach.at());
        assertThat(here.all(OfferLapsed.class, request)).hasSize(1);
        assertThat(here.all(ClockWarned.class, request))
                .extracting(ClockWarned::clock, ClockWarned::stage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Clock.RESPONSE, 1),
                        org.assertj.core.groups.Tuple.tuple(Clock.RESPONSE, 2));
        here.said(SearchHandedToDesk.class, request);
        AlertRaised alert = here.probe.awaitEvent(
                AlertRaised.class,
                raised -> raised.requestId().equals(request) && raised.cause() == Cause.RESPONSE_BREACH);
        assertThat(alert.recipients()).isEqualTo(List.of("supervisor-" + here.number));

        here.probe.send(here.acceptance(offer));

        assertThat(here.said(RequestAssigned.class, request).answeredInTime()).isFalse();
    }

    @Test
    void an_alert_climbs_past_an_empty_level() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        UUID request = here.submit(org.nuanxin.events.HandledBy.DUTY_DESK);

        AlertClimbed climbed = here.probe.awaitEvent(
                AlertClimbed.class, alert -> alert.requestId().equals(request));

        assertThat(climbed.level()).isEqualTo(AlertLevel.STREET);
        assertThat(climbed.placeId()).isEqualTo("street-" + here.number);
    }

    @Test
    void a_no_show_begins_a_new_search() {
        Holder li = here.volunteer("li", 1);
        Known.await(li);
        UUID request = here.submit();
        here.probe.send(here.acceptance(here.offerTo(request, li)));

        assertThat(here.said(AssignmentReleased.class, request).cause()).isEqualTo(ReleaseCause.NO_SHOW);
        assertThat(here.probe.awaitEvents(
                        SearchStarted.class, started -> started.requestId().equals(request), 2))
                .extracting(SearchStarted::number)
                .containsExactly(1, 2);
    }

    @Test
    void a_hand_assignment_without_a_yes_does_not_hang() {
        Holder li = here.volunteer("li", 1, false);
        Known.await(li);
        UUID request = here.submit();
        here.awaitStatus(request, "manual");
        here.supervisor()
                .body(Map.of("assignee", Map.of("kind", "volunteer", "id", li.id())))
                .put("/dispatches/" + request + "/assignment")
                .then()
                .statusCode(200);

        here.said(AssignmentReleased.class, request);

        here.awaitStatus(request, "manual");
    }

    private static void assertFiredOnTime(Instant due, Instant fired) {
        assertThat(fired).isAfterOrEqualTo(due).isBefore(due.plus(LATE));
    }
}
