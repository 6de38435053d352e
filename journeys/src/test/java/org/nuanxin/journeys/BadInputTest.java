package org.nuanxin.journeys;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense, or is not one's own, is refused in a sentence that says why; and nothing has changed. */
@Order(12)
class BadInputTest {
    static final Map<String, ?> LOCKED_OUT = Map.of("serviceType", "lock-opening");

    Resident resident = new Resident(8);
    Resident stranger = new Resident(9);
    VolunteerApp rider = new VolunteerApp(28);
    VolunteerApp otherRider = new VolunteerApp(23);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serviceType   | {'serviceType': 'flying-carpet'}",
                "location      | {'serviceType': 'lock-opening', 'location': {'lat': 91, 'lon': 121.3}}",
                "location      | {'serviceType': 'lock-opening', 'location': {'lat': 0, 'lon': 0}}",
                "placeId       | {'serviceType': 'lock-opening', 'placeId': 'nowhere-9'}",
                "contact.phone | {'serviceType': 'lock-opening', 'contact': {'name': '李', 'phone': 'abc'}}",
                "beneficiary.consent | {'serviceType': 'lock-opening', 'beneficiary': {'name': '王', 'consent': false}}",
                "answers.danger | {'serviceType': 'lock-opening', 'answers': {'danger': 'dragon'}}"
            })
    void a_submission_is_refused_by_its_field(String field, String body) {
        int before = resident.get("/requests").ok().size();

        JsonNode problem = submits(body.replace('\'', '"')).refused(400, "Invalid");

        assertThat(problem.path("errors").findValuesAsText("field"))
                .anySatisfy(named -> assertThat(named).startsWith(field));
        assertThat(problem.path("errors").findValuesAsText("reason")).noneMatch(String::isBlank);
        assertThat(resident.get("/requests").ok()).hasSize(before);
    }

    @Test
    void the_reason_is_told_in_the_callers_language() {
        String body = "{\"serviceType\": \"flying-carpet\"}";

        String english = submits(body).refused(400, "Invalid").path("detail").asText();
        String chinese = resident.call("POST", "/requests", ofString(body), json("Accept-Language", "zh-CN"))
                .refused(400, "Invalid")
                .path("detail")
                .asText();

        assertThat(english).matches("\\p{ASCII}+");
        assertThat(chinese).containsPattern("\\p{IsHan}");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        submits("{\"serviceType\": ").refused(400, "Invalid");
        submits("{\"description\": \"" + "长".repeat(2001) + "\"}").refusedField("description");
        resident.call("POST", "/requests", ofString("serviceType=lock-opening"), json("Content-Type", "text/plain"))
                .refused(415, "UnsupportedMediaType");
    }

    @Test
    void nobody_gets_in_without_a_token_of_ours() {
        assertThat(Http.get(Stack.running().url("/requests")).refused(401, "Unauthenticated"))
                .isNotEmpty();
        for (String token : List.of("nonsense", resident.forgedToken("administrator-1"), resident.unsignedToken())) {
            resident.call("GET", "/requests", ofString(""), Map.of("Authorization", "Bearer " + token))
                    .refused(401, "Unauthenticated");
        }
        resident.call("GET", "/requests", ofString(""), Map.of("On-Behalf-Of", "somebody"))
                .refused(403, "Forbidden");
        resident.get("/follow-ups").refused(403, "Forbidden");
    }

    @Test
    void a_key_used_for_something_else_is_refused() {
        Map<String, String> key = Map.of("Idempotency-Key", "bad-input-1");

        String first =
                resident.post("/requests", LOCKED_OUT, key).ok().path("id").asText();

        assertThat(resident.post("/requests", LOCKED_OUT, key).ok().path("id").asText())
                .isEqualTo(first);
        resident.post("/requests", Map.of("serviceType", "parking"), key).refused(422, "KeyUsedOtherwise");
        resident.withdraws(first);
    }

    @Test
    void somebody_elses_request_is_not_there() {
        String request = resident.asksFor("lock-opening");

        stranger.get("/requests/" + request).refused(404, "NotFound");
        stranger.get("/requests/" + request + "/timeline").refused(404, "NotFound");
        stranger.get("/requests/" + request + "/contact").refused(404, "NotFound");
        stranger.put("/requests/" + request + "/withdrawal").refused(404, "NotFound");
        stranger.triesToRate(request, "yes", 5).refused(404, "NotFound");
        new Staff("supervisor-2").get("/dispatches/" + request).refused(404, "NotFound");

        resident.withdraws(request);
        resident.awaits("withdrawn", request);
        resident.patch("/requests/" + request, Map.of("address", Map.of("text", "2号楼")))
                .refused(409, "RequestNotOpen");
    }

    @Test
    void nobody_finishes_what_they_do_not_hold_or_judges_what_they_did() {
        String request = resident.asksFor("medicine-pickup");
        String offer = rider.awaitsOfferFor(request);

        otherRider.triesToAccept(offer).refused(404, "NotFound");
        resident.triesToRate(request, "yes", 5).refused(409, "NotCompletedYet");
        rider.triesToComplete(request, "handed-over").refused(404, "NotFound");
        rider.accepts(offer);
        otherRider.triesToComplete(request, "handed-over").refused(404, "NotFound");
        rider.setsOff(request);
        rider.arrives(request);
        rider.triesToComplete(request).refusedField("checks");
        rider.completes(request, "handed-over");
        resident.rates(request, "yes", 5);
        resident.rates(request, "yes", 5);

        resident.triesToRate(request, "no", 1).refused(409, "AlreadyRated");
        rider.triesToRate(request, "yes", 5).refused(404, "NotFound");
        resident.awaits("closed", request);
        rider.put("/assignments/" + request + "/release", Map.of("reason", "太晚了"))
                .refused(409, "AssignmentOver");
        resident.awaitsToRead(request, "RequestCompleted", "RequestRated");
        assertThat(resident.sees(request).path("rating").path("score").asInt()).isEqualTo(5);
    }

    private Answer submits(String body) {
        return resident.call("POST", "/requests", ofString(body), json("Accept-Language", "en"));
    }

    private static Map<String, String> json(String header, String value) {
        return header.equals("Content-Type")
                ? Map.of(header, value)
                : Map.of("Content-Type", "application/json", header, value);
    }
}
