package org.nuanxin.feedback.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.Event;
import org.nuanxin.events.Names;
import org.nuanxin.events.Position;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Topic;
import org.nuanxin.feedback.FeedbackTest;
import org.nuanxin.feedback.Told;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Samples;
import org.nuanxin.testing.Tokens;

@QuarkusTest
class ConsumersTest extends FeedbackTest {
    Told told = Told.anHourAgo();

    @Test
    void read_the_sample_of_every_event() {
        for (Topic topic : List.of(Topic.REQUESTS, Topic.DISPATCHES, Topic.DIRECTORY)) {
            Samples.of(topic).forEach(kafka::send);
        }
        kafka.send(told.submitted(), told.completed(5));

        rate(RESIDENT, told.id, "yes", 5).statusCode(200);

        as(ADMINISTRATOR)
                .get("/dead-letters?subject="
                        + Samples.of(Topic.REQUESTS).getFirst().subject())
                .then()
                .body("size()", equalTo(0));
    }

    @Test
    void let_an_event_take_effect_once_though_it_comes_twice() {
        ProducerRecord<String, String> submitted = KafkaProbe.record(told.submitted());
        ProducerRecord<String, String> completed = KafkaProbe.record(told.completed(5));
        List.of(completed, submitted, completed, submitted).forEach(kafka::send);

        rate(RESIDENT, told.id, "no", 1).statusCode(200);

        assertThat(kafka.awaitEvents(RequestRated.class, this::ours, 1)).hasSize(1);
        as(Tokens.of("supervisor-1", "supervisor").withPlaces("community-1"))
                .get("/follow-ups?limit=200")
                .then()
                .body("findAll { it.requestId == '%s' }.size()".formatted(told.id), equalTo(1));
    }

    @Test
    void bear_any_order_between_and_within_topics() {
        List<Event> events = new ArrayList<>(List.of(
                told.submitted(),
                told.searching(1, 1),
                told.assigned(1, true, 3),
                told.completed(5),
                told.searching(2, 6),
                told.completed(9),
                told.closed(10)));
        Collections.reverse(events);
        events.forEach(kafka::send);

        rate(RESIDENT, told.id, "yes", 5).statusCode(200);
    }

    @Test
    void skip_a_type_they_do_not_know() {
        kafka.send(told.submitted());
        kafka.send(KafkaProbe.ofUnknownType(told.completed(4)));
        kafka.send(told.completed(5));

        rate(RESIDENT, told.id, "yes", 5).statusCode(200);
    }

    @Test
    void put_aside_what_they_cannot_read_and_go_on() {
        Told broken = Told.anHourAgo();
        kafka.send(KafkaProbe.withBrokenBody(broken.completed(5)));
        kafka.send(told.submitted(), told.completed(5));

        rate(RESIDENT, told.id, "yes", 5).statusCode(200);

        as(ADMINISTRATOR)
                .get("/dead-letters?subject=" + broken.id)
                .then()
                .body("size()", equalTo(1))
                .body("[0].type", equalTo("RequestCompleted"));
    }

    @Test
    void never_let_an_older_place_undo_a_newer() {
        String id = "community-" + UUID.randomUUID();
        kafka.send(place(id, 2, List.of("street-2", id)), place(id, 1, List.of("street-1", id)));

        soon(() -> as(Tokens.of("street-supervisor-2", "supervisor").withPlaces("street-2"))
                .get("/rates?place=" + id)
                .then()
                .statusCode(200));
    }

    private static PlaceDefined place(String id, long version, List<String> path) {
        return new PlaceDefined(
                id,
                version,
                Level.COMMUNITY,
                path.getFirst(),
                path,
                new Names("新村", "New Village"),
                new Position(30.742, 121.342),
                Told.anHourAgo().submitted().at());
    }

    private boolean ours(RequestRated event) {
        return event.requestId().equals(told.id);
    }
}
