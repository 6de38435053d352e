package org.nuanxin.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.FollowUpOutcome;
import org.nuanxin.events.RatingEvent.FollowUpRecorded;
import org.nuanxin.feedback.FeedbackTest;
import org.nuanxin.feedback.Told;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

@QuarkusTest
class FollowUpTest extends FeedbackTest {
    static final Holder GRID_WORKER = new Holder(Holder.Kind.STAFF, "grid-worker-1", "grid-worker-1");

    Told told = Told.anHourAgo();
    Token worker = staff("grid-worker-1", "grid-worker", "grid-1-1-01");
    Token neighbour = staff("grid-worker-2", "grid-worker", "grid-1-1-02");
    Token supervisor = staff("supervisor-1", "supervisor", "community-1");

    @Test
    void is_asked_once_of_the_grid_worker_of_the_place_when_it_was_not_solved() {
        kafka.send(told.submitted(), told.completed(5));

        rate(RESIDENT, told.id, "no", 4).statusCode(200);
        rate(RESIDENT, told.id, "no", 4).statusCode(200);

        assertThat(open(worker)).filteredOn(this::ours).singleElement().satisfies(followUp -> {
            assertThat(followUp).containsEntry("cause", "not_solved").containsEntry("solved", "no");
            assertThat(followUp).containsEntry("placeId", "grid-1-1-01").containsEntry("score", 4);
        });
        assertThat(open(neighbour)).noneMatch(this::ours);
        assertThat(open(supervisor)).anyMatch(this::ours);
    }

    @Test
    void is_not_asked_when_everybody_is_content() {
        kafka.send(told.submitted(), told.completed(5));

        rate(RESIDENT, told.id, "yes", 3).statusCode(200);

        assertThat(open(worker)).noneMatch(this::ours);
    }

    @Test
    void is_asked_for_a_sample_of_what_was_closed_without_a_word() {
        Told sampled = anyTold(true);
        Told other = anyTold(false);
        kafka.send(other.submitted(), other.completed(5), other.closed(6));

        kafka.send(sampled.completed(5), sampled.closed(6), sampled.submitted());

        soon(() -> assertThat(open(worker))
                .filteredOn(followUp -> of(sampled, followUp))
                .singleElement()
                .satisfies(followUp -> assertThat(followUp).containsEntry("cause", "sample")));
        assertThat(open(worker)).noneMatch(followUp -> of(other, followUp));
    }

    @Test
    void tells_what_was_found_once() {
        UUID id = unhappyEnd(Told.LOCKSMITH);
        Map<String, String> found = Map.of("outcome", "not_solved", "words", "锁还是坏的");

        record(neighbour, id, found).statusCode(404);
        record(worker, id, found).statusCode(200).body("outcome", equalTo("not_solved"));
        record(worker, id, found).statusCode(200).body("words", equalTo("锁还是坏的"));
        record(supervisor, id, Map.of("outcome", "solved")).statusCode(409).body("title", equalTo("AlreadyFollowedUp"));

        assertThat(kafka.awaitEvents(
                        FollowUpRecorded.class, event -> event.followUpId().equals(id), 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo(FollowUpOutcome.NOT_SOLVED);
                    assertThat(event.by()).isEqualTo("grid-worker-1");
                });
        as(worker).get("/follow-ups?mine=true").then().body("id", not(hasItem(id.toString())));
        as(worker).get("/follow-ups?mine=true&done=true").then().body("id", hasItem(id.toString()));
    }

    @Test
    void is_never_done_by_the_handler() {
        UUID id = unhappyEnd(GRID_WORKER);

        record(worker, id, Map.of("outcome", "solved")).statusCode(403).body("title", equalTo("HandlerMayNotFollowUp"));
        as(worker, "zh-CN")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "solved"))
                .put("/follow-ups/" + id + "/outcome")
                .then()
                .body("detail", equalTo("该诉求由您本人承办，请由他人回访。"));
        assertThat(open(worker)).noneMatch(this::ours);
        record(supervisor, id, Map.of("outcome", "not_reached")).statusCode(200);
    }

    @Test
    void is_nothing_for_residents() {
        as(RESIDENT).get("/follow-ups?mine=true").then().statusCode(403);
        record(RESIDENT, UUID.randomUUID(), Map.of("outcome", "solved")).statusCode(403);
        record(worker, UUID.randomUUID(), Map.of("outcome", "solved")).statusCode(404);
        record(worker, UUID.randomUUID(), Map.of("outcome", "perhaps"))
                .statusCode(400)
                .body("errors[0].field", equalTo("outcome"));
    }

    @Test
    void is_listed_page_by_page() {
        unhappyEnd(Told.LOCKSMITH);
        told = Told.anHourAgo();
        UUID second = unhappyEnd(Told.LOCKSMITH);

        String next = as(supervisor).get("/follow-ups?limit=1").header("Link");

        assertThat(next).contains("rel=\"next\"").contains("after=");
        String after = next.replaceAll(".*after=([0-9a-f-]+).*", "$1");
        as(supervisor).get("/follow-ups?limit=200&after=" + after).then().body("id", hasItem(second.toString()));
        as(supervisor).get("/follow-ups?limit=0").then().statusCode(400);
    }

    private UUID unhappyEnd(Holder handler) {
        kafka.send(told.submitted(), told.completed(handler, true, false, 5));
        rate(RESIDENT, told.id, "yes", 1).statusCode(200);
        return open(supervisor).stream()
                .filter(this::ours)
                .map(followUp -> UUID.fromString(String.valueOf(followUp.get("id"))))
                .findFirst()
                .orElseThrow();
    }

    private boolean ours(Map<String, Object> followUp) {
        return of(told, followUp);
    }

    private static boolean of(Told request, Map<String, Object> followUp) {
        return request.id.toString().equals(followUp.get("requestId"));
    }

    private static Told anyTold(boolean sampled) {
        return Stream.generate(Told::anHourAgo)
                .filter(any -> FollowUpRules.inSample(any.id, 5) == sampled)
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> open(Token token) {
        return as(token).get("/follow-ups?mine=true&limit=200").jsonPath().getList("");
    }

    private static ValidatableResponse record(Token token, UUID id, Map<String, String> body) {
        return put(token, "/follow-ups/" + id + "/outcome", body);
    }

    private static Token staff(String subject, String role, String place) {
        return Tokens.of(subject, role, "resident").withPlaces(place);
    }
}
