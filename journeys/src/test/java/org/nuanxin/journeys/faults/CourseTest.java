package org.nuanxin.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void goes_from_submission_to_its_close() {
        Course course = told(
                "SearchStarted",
                "OfferMade",
                "RequestAssigned",
                "HelperSetOff",
                "HelperArrived",
                "RequestCompleted",
                "RequestClosed");

        assertThat(course.wrong()).isEmpty();
        assertThat(course.end()).isEqualTo("CLOSED");
    }

    @Test
    void may_begin_again_when_it_has_ended() {
        assertThat(told("SearchStarted", "RequestAssigned", "RequestCompleted", "SearchStarted")
                        .wrong())
                .isEmpty();
    }

    @Test
    void never_has_two_holders() {
        assertThat(told("SearchStarted", "RequestAssigned", "RequestAssigned").wrong())
                .singleElement()
                .asString()
                .contains("RequestAssigned")
                .contains("ASSIGNED");
    }

    @Test
    void is_not_closed_before_it_is_completed() {
        assertThat(told("SearchStarted", "RequestClosed").wrong()).hasSize(1);
    }

    private static Course told(String... types) {
        List<Event> events = new ArrayList<>();
        for (String type : types) {
            JsonNode body = Calls.JSON.valueToTree(Map.of("version", events.size() + 1));
            events.addFirst(new Event(
                    "event-" + events.size(), "", type, "request", body, new ConsumerRecord<>("", 0, 0, null, null)));
        }
        return Course.of(events);
    }
}
