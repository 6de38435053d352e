package org.nuanxin.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.AlertEvent.AlertClimbed;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.DispatchEvent.AppointmentProposalAnswered;
import org.nuanxin.events.DispatchEvent.AppointmentProposed;
import org.nuanxin.events.DispatchEvent.AppointmentReminded;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.RequestDeclined;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.testing.Samples;

class NoticesTest {
    static final Set<String> PARTIES = Set.of("resident-1");
    static final List<String> PATH = List.of("street-1", "community-1", "compound-1-1");

    static List<Notice> notices(Map<UUID, String> asked, Event... events) {
        return Notices.of(new News(PARTIES, PATH, asked, List.of(events)));
    }

    static Notice notice(Event event) {
        return notices(Map.of(), event).getFirst();
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(OfferMade.class, "offer.made"),
                Arguments.of(OfferWithdrawn.class, "offer.withdrawn"),
                Arguments.of(RequestAssigned.class, "request.assigned"),
                Arguments.of(HelperArrived.class, "helper.arrived"),
                Arguments.of(RequestCompleted.class, "request.completed"),
                Arguments.of(RequestClosed.class, "request.closed"),
                Arguments.of(RequestReferred.class, "request.referred"),
                Arguments.of(RequestDeclined.class, "request.declined"),
                Arguments.of(ClosurePaused.class, "request.paused"),
                Arguments.of(ClosureExtended.class, "request.extended"),
                Arguments.of(AppointmentProposed.class, "appointment.proposed"),
                Arguments.of(AppointmentProposalAnswered.class, "appointment.answered"),
                Arguments.of(AppointmentReminded.class, "appointment.near"),
                Arguments.of(AlertRaised.class, "alert.raised"),
                Arguments.of(AlertClimbed.class, "alert.raised"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void tell_of_an_event_by_its_word_when_and_where_it_was(Class<? extends Event> type, String word) {
        Event event = Samples.of(type);

        Notice notice = notice(event);

        assertThat(notice.type().word()).isEqualTo(word);
        assertThat(notice.at()).isEqualTo(event.at());
        assertThat(notice.placePath()).isEqualTo(PATH);
        assertThat(notice.data().get("requestId")).hasToString(event.subject());
    }

    @Test
    void tell_of_nothing_else() {
        List<? extends Class<?>> told =
                events().map(arguments -> (Class<?>) arguments.get()[0]).toList();
        Event[] others = Arrays.stream(Topic.values())
                .flatMap(topic -> Samples.of(topic).stream())
                .filter(event -> !told.contains(event.getClass()))
                .toArray(Event[]::new);

        assertThat(others).isNotEmpty();
        assertThat(notices(Map.of(), others)).isEmpty();
    }

    @Test
    void of_an_offer_are_for_the_volunteer() {
        OfferMade made = Samples.of(OfferMade.class);
        OfferWithdrawn withdrawn = Samples.of(OfferWithdrawn.class);

        assertThat(notice(made).recipients()).containsExactly(made.volunteer());
        assertThat(notices(Map.of(withdrawn.offerId(), "mini-app-1:mei"), withdrawn)
                        .getFirst()
                        .recipients())
                .containsExactly("mini-app-1:mei");
        assertThat(notice(withdrawn).recipients()).isEmpty();
    }

    @Test
    void of_an_assignment_are_for_both_sides() {
        RequestAssigned assigned = Samples.of(RequestAssigned.class);

        assertThat(notice(assigned).recipients())
                .containsExactlyInAnyOrder("resident-1", assigned.holder().subject());
    }

    @Test
    void of_a_pause_tell_the_resident_why_and_until_when() {
        ClosurePaused paused = Samples.of(ClosurePaused.class);

        assertThat(notice(paused).recipients()).containsExactly("resident-1");
        assertThat(notice(paused).data())
                .containsEntry("reason", paused.reason())
                .containsEntry("until", paused.until());
    }

    @Test
    void of_an_appointment_are_for_both_sides() {
        AppointmentReminded reminded = Samples.of(AppointmentReminded.class);

        assertThat(notice(reminded).recipients())
                .containsExactlyInAnyOrder("resident-1", reminded.holder().subject());
    }

    @Test
    void of_an_alert_are_for_those_on_duty_and_name_its_level() {
        AlertClimbed climbed = Samples.of(AlertClimbed.class);

        assertThat(notice(climbed).recipients()).isEqualTo(climbed.recipients());
        assertThat(notice(climbed).data())
                .containsEntry("alertId", climbed.alertId())
                .containsEntry("level", climbed.level())
                .containsEntry("cause", climbed.cause());
    }
}
