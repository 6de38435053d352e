package org.nuanxin.feedback.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;
import org.nuanxin.feedback.FeedbackTest;
import org.nuanxin.feedback.Told;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

@QuarkusTest
class RatingTest extends FeedbackTest {
    Told told = Told.anHourAgo();

    @Test
    void tells_whether_it_was_solved_and_keeps_the_words() {
        kafka.send(told.submitted(), told.completed(5));

        put(RESIDENT, rating(), Map.of("solved", "yes", "score", 5, "tags", List.of("quick"), "words", "谢谢"))
                .statusCode(200)
                .body("solved", equalTo("yes"))
                .body("byProxy", equalTo(false));

        RequestRated rated = kafka.awaitEvent(RequestRated.class, this::ours);
        assertThat(rated.solved()).isEqualTo(Solved.YES);
        assertThat(rated.score()).isEqualTo(5);
        assertThat(rated.byProxy()).isFalse();
        assertThat(rated.community()).isEqualTo("community-1");
        as(RESIDENT).get(rating()).then().statusCode(200).body("words", equalTo("谢谢"));
    }

    @Test
    void stands_once_given() {
        kafka.send(told.submitted(), told.completed(5));

        rate(RESIDENT, told.id, "yes", 5).statusCode(200);
        rate(RESIDENT, told.id, "yes", 5).statusCode(200);
        rate(RESIDENT, told.id, "no", 1).statusCode(409).body("title", equalTo("AlreadyRated"));

        assertThat(kafka.awaitEvents(RequestRated.class, this::ours, 1)).hasSize(1);
        as(RESIDENT).get(rating()).then().body("score", equalTo(5));
    }

    @Test
    void by_the_reporter_is_marked_as_by_proxy() {
        kafka.send(told.reported(Told.BENEFICIARY), told.completed(5));

        rate(Tokens.of(Told.REPORTER, "building-leader"), told.id, "yes", 4)
                .statusCode(200)
                .body("byProxy", equalTo(true));

        assertThat(kafka.awaitEvent(RequestRated.class, this::ours).byProxy()).isTrue();
    }

    @Test
    void is_refused_to_the_handler() {
        Holder leader = new Holder(Holder.Kind.STAFF, Told.REPORTER, Told.REPORTER);
        kafka.send(told.reported(null), told.completed(leader, true, false, 5));
        Token handler = Tokens.of(Told.REPORTER, "building-leader");

        rate(handler, told.id, "yes", 5)
                .statusCode(403)
                .body("title", equalTo("HandlerMayNotRate"))
                .body("detail", startsWith("You handled this yourself"));
        inChinese(handler).statusCode(403).body("detail", startsWith("该诉求由您本人承办"));
    }

    @Test
    void waits_for_a_completion_that_is_under_way_and_refuses_one_that_does_not_come() {
        kafka.send(told.submitted(), told.assigned(1, true, 3));

        rate(RESIDENT, told.id, "yes", 5).statusCode(409).body("title", equalTo("NotCompletedYet"));
        inChinese(RESIDENT).body("detail", startsWith("尚未办结"));
    }

    @Test
    void of_something_young_that_is_not_known_may_be_tried_again() {
        rate(RESIDENT, Ids.next(Instant.now()), "yes", 5)
                .statusCode(409)
                .header("Retry-After", "1")
                .body("title", equalTo("NotYetKnown"));
        rate(RESIDENT, UUID.randomUUID(), "yes", 5).statusCode(404).body("title", equalTo("NotFound"));
    }

    @Test
    void comes_too_late_after_a_week() {
        Told old = Told.at(Instant.now().minus(Duration.ofDays(8)));
        kafka.send(old.submitted(), old.completed(5));

        rate(RESIDENT, old.id, "yes", 5).statusCode(409).body("title", equalTo("RatingPeriodOver"));
    }

    @Test
    void reads_nobody_elses_request() {
        kafka.send(told.submitted(), told.completed(5));
        Token stranger = Tokens.of("resident-9", "resident");

        rate(RESIDENT, told.id, "partly", 3).statusCode(200);

        rate(stranger, told.id, "yes", 5).statusCode(404);
        as(stranger).get(rating()).then().statusCode(404);
        as(Tokens.of("supervisor-1", "supervisor").withPlaces("community-1"))
                .get(rating())
                .then()
                .statusCode(200);
        as(Tokens.of("supervisor-2", "supervisor").withPlaces("community-2"))
                .get(rating())
                .then()
                .statusCode(404);
    }

    @Test
    void that_says_no_may_ask_for_another_try() {
        kafka.send(told.submitted(), told.completed(5));

        put(RESIDENT, rating(), Map.of("solved", "no", "score", 1, "reopen", true))
                .statusCode(200);

        assertThat(kafka.awaitEvent(
                                ReopeningAsked.class, event -> event.requestId().equals(told.id))
                        .by())
                .isEqualTo(Told.RESIDENT);
    }

    @Test
    void may_be_given_again_for_the_second_completion() {
        kafka.send(told.submitted(), told.completed(5));
        rate(RESIDENT, told.id, "no", 1).statusCode(200);

        kafka.send(told.searching(2, 6), told.completed(9));

        soon(() -> rate(RESIDENT, told.id, "yes", 4).statusCode(200));
        as(RESIDENT).get(rating()).then().body("solved", equalTo("yes"));
    }

    @Test
    void can_be_followed_by_a_wish_for_another_try() {
        kafka.send(told.submitted(), told.completed(5));
        String reopening = "/requests/" + told.id + "/reopening";

        put(RESIDENT, reopening, Map.of("reason", "又坏了", "sameHelperWanted", true))
                .statusCode(200);
        put(RESIDENT, reopening, Map.of("reason", "又坏了", "sameHelperWanted", true))
                .statusCode(200);
        put(RESIDENT, reopening, Map.of("reason", "换个人")).statusCode(409).body("title", equalTo("AlreadyReopened"));
        put(RESIDENT, reopening, Map.of("reason", " ")).statusCode(400).body("errors[0].field", equalTo("reason"));

        List<ReopeningAsked> asked =
                kafka.awaitEvents(ReopeningAsked.class, e -> e.requestId().equals(told.id), 1);
        assertThat(asked).singleElement().matches(ReopeningAsked::sameHelperWanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"score\":5}                              | solved",
                "{\"solved\":\"perhaps\",\"score\":5}       | solved",
                "{\"solved\":\"yes\",\"score\":6}           | score",
                "{\"solved\":\"yes\"}                       | score",
                "{\"solved\":\"yes\",\"score\":5,\"reopen\":true} | reopen",
                "{\"solved\":\"yes\",\"score\":5,\"words\":\"a\\u0000b\"} | words",
                "{\"solved\":                               | ''"
            })
    void that_makes_no_sense_is_refused_by_field(String body, String field) {
        as(RESIDENT)
                .contentType(ContentType.JSON)
                .body(body)
                .put(rating())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void wants_a_token() {
        as(RESIDENT.forged())
                .contentType(ContentType.JSON)
                .body(Map.of("solved", "yes", "score", 5))
                .put(rating())
                .then()
                .statusCode(401);
    }

    private String rating() {
        return "/requests/" + told.id + "/rating";
    }

    private boolean ours(RequestRated event) {
        return event.requestId().equals(told.id);
    }

    private ValidatableResponse inChinese(Token token) {
        return as(token, "zh-CN")
                .contentType(ContentType.JSON)
                .body(Map.of("solved", "yes", "score", 5))
                .put(rating())
                .then();
    }
}
