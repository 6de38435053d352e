package org.nuanxin.intake.following;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Topic;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.Dispatch;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.Request;
import org.nuanxin.intake.stored.StoredJsons;
import org.nuanxin.intake.wording.Wording;
import org.nuanxin.kit.timeline.TimelineEntry;
import org.nuanxin.testing.Samples;

class EntriesTest {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    static final String MEI = "mini-app:13912345678";

    Entries entries = new Entries(StoredJsons.any());
    Reader mei = new Reader(MEI, null, "en", false, false, Set.of());
    Reader supervisor = new Reader("supervisor", null, "en", true, true, Set.of("community-1"));

    static Stream<Event> everything() {
        return Stream.of(Topic.DISPATCHES, Topic.RATINGS)
                .flatMap(topic -> Samples.of(topic).stream())
                .map(Event.class::cast);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void has_a_text_in_both_languages(Event event) {
        for (String language : List.of("zh", "en")) {
            Reader reader = new Reader("stranger", null, language, false, false, Set.of());

            assertThat(entries.of(entry(event), request(), reader).text())
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    @Test
    void has_a_text_for_every_variant() {
        Stream<String> keys = Stream.of(
                        variants("SearchPlanned", DispatchEvent.WaitCause.values()),
                        variants("SearchStarted", DispatchEvent.SearchCause.values()),
                        variants("RequestAssigned", Holder.Kind.values()),
                        variants("AssignmentReleased", DispatchEvent.ReleaseCause.values()),
                        variants("RequestClosed", DispatchEvent.CloseCause.values()),
                        variants("ClosurePaused", DispatchEvent.PauseReason.values()),
                        variants("PauseAsked", DispatchEvent.PauseReason.values()),
                        variants("DeadlineMoved", DispatchEvent.MoveCause.values()),
                        variants("PriorityChanged", Urgency.values()),
                        variants("ClockWarned", Clock.values()),
                        variants("ClockBreached", Clock.values()),
                        variants("RequestRated", Solved.values()),
                        variants("FollowUpRecorded", RatingEvent.FollowUpOutcome.values()),
                        Stream.of(
                                "RequestSubmitted", "RequestAmended", "RequestWithdrawn", "AppointmentProposalDenied"))
                .flatMap(all -> all);

        assertThat(keys).allMatch(Wording.in("zh")::knows).allMatch(Wording.in("en")::knows);
    }

    @Test
    void tells_a_resident_what_was_done_but_not_by_which_volunteer() throws Exception {
        Event made = new Dispatch(UUID.randomUUID()).asked("volunteer-13900000000");

        Entry shown = entries.of(entry(made), request(), mei);

        assertThat(JSON.writeValueAsString(shown))
                .doesNotContain("13900000000", "distanceMetres")
                .contains("arrivalSeconds");
        assertThat(JSON.writeValueAsString(entries.of(entry(made), request(), supervisor)))
                .contains("volunteer-13900000000", "distanceMetres", "SERVES_THE_PLACE");
    }

    @Test
    void calls_the_request_s_own_people_by_their_part_whoever_reads() throws Exception {
        Event withdrawn = new RequestEvent.RequestWithdrawn(UUID.randomUUID(), "community-1", 2, MEI, Dispatch.START);

        for (Reader reader : List.of(mei, supervisor)) {
            Entry shown = entries.of(entry(withdrawn), request(), reader);

            assertThat(shown.by()).isEqualTo("resident");
            assertThat(JSON.writeValueAsString(shown)).doesNotContain("13912345678");
        }
    }

    @Test
    void says_who_did_it() {
        var dispatch = new Dispatch(UUID.randomUUID());

        assertThat(by(dispatch.started(), mei)).isEqualTo("engine");
        assertThat(by(dispatch.closed(), mei)).isEqualTo("clock");
        assertThat(by(dispatch.setOff("locksmith"), mei)).isEqualTo("volunteer");
        assertThat(by(dispatch.referred(), mei)).isEqualTo("staff");
        assertThat(by(dispatch.referred(), supervisor)).isEqualTo("supervisor");
    }

    @Test
    void says_the_time_where_the_street_is() {
        assertThat(entries.of(entry(new Dispatch(UUID.randomUUID()).started()), request(), mei)
                        .text())
                .isEqualTo("We are looking for somebody. There will be an answer by 1 Mar 22:20.");
    }

    @Test
    void leaves_out_what_an_event_learns_to_say_later() throws Exception {
        ObjectNode event = JSON.valueToTree(amended());
        event.put("note", "her door code is 1234");

        Entry shown =
                entries.of(new TimelineEntry(1, "RequestAmended", Dispatch.START, event.toString()), request(), mei);

        assertThat(JSON.writeValueAsString(shown)).doesNotContain("1234");
    }

    String by(Event event, Reader reader) {
        return entries.of(entry(event), request(), reader).by();
    }

    static RequestAmended amended() {
        return request().amendment(Dispatch.START);
    }

    static Stream<String> variants(String type, Enum<?>... variants) {
        return Stream.of(variants).map(variant -> type + "." + variant);
    }

    static TimelineEntry entry(Event event) {
        try {
            return new TimelineEntry(1, event.getClass().getSimpleName(), event.at(), JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Request request() {
        return new Request(
                UUID.randomUUID(),
                "NX-7K3F-92QD",
                1,
                "lock-opening",
                "locksmith",
                Urgency.URGENT,
                Visibility.PERSONAL,
                "community-1",
                List.of("street-1", "community-1"),
                new Position(30.7, 121.3),
                null,
                null,
                null,
                MEI,
                MEI,
                "mini-app",
                null,
                false,
                "mini-app",
                Dispatch.START);
    }
}
