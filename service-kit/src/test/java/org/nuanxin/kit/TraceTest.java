package org.nuanxin.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.journal.CloudEvent;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class TraceTest {
    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    UUID account = UUID.randomUUID();

    @Test
    void goes_from_the_caller_through_the_journal_and_kafka_to_what_the_consumer_says() {
        String trace = UUID.randomUUID().toString().replace("-", "");

        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            post("/echo", "00-" + trace + "-00f067aa0ba902b7-01");
            probe.awaitEvent(ReopeningAsked.class, event -> event.requestId().equals(account));

            assertThat(traces())
                    .hasSize(2)
                    .allSatisfy(parent -> assertThat(parent).contains(trace));
            for (Topic topic : List.of(Topic.REQUESTS, Topic.RATINGS)) {
                assertThat(probe.records(topic))
                        .filteredOn(record ->
                                KafkaProbe.header(record, CloudEvent.SUBJECT).equals(account.toString()))
                        .singleElement()
                        .satisfies(record -> assertThat(KafkaProbe.header(record, CloudEvent.TRACE))
                                .contains(trace));
            }
        }
    }

    @Test
    void begins_here_where_the_caller_has_none() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            given().header("Authorization", Tokens.of("resident-1", "resident").bearer())
                    .post("/accounts/" + account + "/echo")
                    .then()
                    .statusCode(204);
            probe.awaitEvent(ReopeningAsked.class, event -> event.requestId().equals(account));
        }

        assertThat(traces()).hasSize(2).allMatch(parent -> parent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
        assertThat(traces().stream().map(parent -> parent.substring(3, 35)).distinct())
                .hasSize(1);
    }

    /** The loop that fires it was woken by the call, and has nothing else to do with it. */
    @Test
    void ends_where_a_timer_begins() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            post("/reminder", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");
            probe.awaitEvent(ReopeningAsked.class, event -> event.requestId().equals(account));
        }

        assertThat(traces()).containsExactly("none");
    }

    private void post(String path, String traceparent) {
        given().header("Authorization", Tokens.of("resident-1", "resident").bearer())
                .header("traceparent", traceparent)
                .post("/accounts/" + account + path)
                .then()
                .statusCode(204);
    }

    private List<String> traces() {
        return get(transactions.read(() -> sql.query(
                row -> row.text(0),
                "select coalesce(trace, 'none') from journal where subject = $1 order by id",
                account.toString())));
    }
}
