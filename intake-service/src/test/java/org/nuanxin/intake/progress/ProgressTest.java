package org.nuanxin.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Topic;
import org.nuanxin.intake.Dispatch;
import org.nuanxin.testing.Samples;

class ProgressTest {
    static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    static final Map<String, Status> STATUS_AFTER = Map.ofEntries(
            Map.entry("SearchPlanned", Status.WAITING),
            Map.entry("SearchStarted", Status.SEARCHING),
            Map.entry("SearchHandedToDesk", Status.MANUAL),
            Map.entry("RequestAssigned", Status.ASSIGNED),
            Map.entry("HelperSetOff", Status.ON_THE_WAY),
            Map.entry("HelperArrived", Status.IN_PROGRESS),
            Map.entry("RequestCompleted", Status.COMPLETED),
            Map.entry("RequestClosed", Status.CLOSED),
            Map.entry("RequestCalledOff", Status.WITHDRAWN),
            Map.entry("RequestReferred", Status.REFERRED),
            Map.entry("RequestDeclined", Status.DECLINED));

    Progress progress = new Progress();
    Dispatch dispatch = new Dispatch(UUID.randomUUID());

    static Stream<DispatchEvent> everything() {
        return Samples.of(Topic.DISPATCHES).stream().map(DispatchEvent.class::cast);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void stands_where_the_event_says_and_else_where_it_stood(DispatchEvent event) {
        progress.apply(event);

        assertThat(progress.status())
                .isEqualTo(STATUS_AFTER.getOrDefault(event.getClass().getSimpleName(), Status.SUBMITTED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void comes_out_the_same_in_any_order_and_with_every_event_twice(long seed) {
        List<DispatchEvent> life = life();
        life.forEach(progress::apply);
        List<DispatchEvent> jumbled = new ArrayList<>(life);
        jumbled.addAll(life);
        Collections.shuffle(jumbled, new Random(seed));

        Progress other = new Progress();
        jumbled.forEach(other::apply);

        assertThat(json(other)).isEqualTo(json(progress));
        assertThat(progress.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(progress.heldBy("second")).isTrue();
        assertThat(progress.reopened()).isTrue();
        assertThat(progress.extended()).isTrue();
        assertThat(progress.paused()).isFalse();
        assertThat(progress.closureDueAt()).isEqualTo(Dispatch.DONE_BY);
    }

    @Test
    void survives_being_stored() throws Exception {
        life().forEach(progress::apply);

        Progress read = JSON.readValue(JSON.writeValueAsString(progress), Progress.class);

        assertThat(json(read)).isEqualTo(json(progress));
        assertThat(JSON.readValue("{}", Progress.class).status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void expects_the_helper_when_the_accepted_offer_said() {
        apply(dispatch.started(), dispatch.asked("locksmith"), dispatch.assigned("locksmith"));

        assertThat(progress.arrivalAt()).isEqualTo(Dispatch.START.plusSeconds(300));

        apply(dispatch.arrived("locksmith"));

        assertThat(progress.arrivalAt()).isNull();
    }

    @Test
    void is_held_by_nobody_after_a_release() {
        apply(dispatch.started(), dispatch.assigned("locksmith"), dispatch.released("locksmith"));

        assertThat(progress.holder()).isNull();
    }

    @Test
    void stays_withdrawn_whatever_dispatch_did_before_it_heard_of_it() {
        apply(dispatch.started());

        progress.withdraw();
        apply(dispatch.assigned("locksmith"), dispatch.setOff("locksmith"), dispatch.released("locksmith"));

        assertThat(progress.status()).isEqualTo(Status.WITHDRAWN);

        apply(dispatch.calledOff());

        assertThat(progress.status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void is_completed_where_that_was_first_and_can_then_be_reopened() {
        apply(dispatch.started(), dispatch.assigned("locksmith"));

        progress.withdraw();
        apply(dispatch.completed("locksmith"));

        assertThat(progress.status()).isEqualTo(Status.COMPLETED);

        apply(dispatch.started(SearchCause.REOPENING));

        assertThat(progress.status()).isEqualTo(Status.SEARCHING);
    }

    @Test
    void keeps_the_newest_rating() {
        progress.apply(rated(5, Dispatch.START.plusSeconds(1)));
        progress.apply(rated(1, Dispatch.START));

        assertThat(progress.rating()).isNotNull().extracting(Rating::score).isEqualTo(5);
    }

    List<DispatchEvent> life() {
        return List.of(
                dispatch.started(),
                dispatch.asked("first"),
                dispatch.assigned("first"),
                dispatch.setOff("first"),
                dispatch.released("first"),
                dispatch.started(SearchCause.RELEASE),
                dispatch.assigned("second"),
                dispatch.setOff("second"),
                dispatch.arrived("second"),
                dispatch.paused(),
                dispatch.resumed(),
                dispatch.extended(),
                dispatch.completed("second"),
                dispatch.closed(),
                dispatch.started(SearchCause.REOPENING),
                dispatch.assigned("second"),
                dispatch.arrived("second"));
    }

    void apply(DispatchEvent... events) {
        Stream.of(events).forEach(progress::apply);
    }

    RequestRated rated(int score, Instant at) {
        return new RequestRated(UUID.randomUUID(), "community-1", Solved.YES, score, false, "mei", at);
    }

    static JsonNode json(Progress progress) {
        return JSON.valueToTree(progress);
    }
}
