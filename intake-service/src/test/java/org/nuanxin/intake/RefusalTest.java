package org.nuanxin.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.nuanxin.intake.Town.IN_HAITANG;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.MEI_CONTACT;
import static org.nuanxin.intake.Town.as;
import static org.nuanxin.intake.Town.submit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** Whatever is wrong with a submission is answered by a problem that names the field, in the caller's language. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class RefusalTest {
    @BeforeEach
    void town() {
        Town.build();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("{\"serviceType\": \"lock-opening\", " + MEI_CONTACT + "}", "placeId"),
                arguments(with("\"serviceType\": \"wizardry\""), "serviceType"),
                arguments(with("\"serviceType\": \"not-now\""), "serviceType"),
                arguments(with("\"serviceType\": \"fire\""), "serviceType"),
                arguments(with("\"serviceType\": 5.5, \"description\": \"" + "x".repeat(2001) + "\""), "description"),
                arguments(with("\"serviceType\": \"" + "x".repeat(65) + "\""), "serviceType"),
                arguments(with("\"serviceType\": \"ride\""), "answers.wheelchair"),
                arguments(
                        with("\"serviceType\": \"ride\", \"answers\": {\"wheelchair\": \"perhaps\"}"),
                        "answers.wheelchair"),
                arguments(
                        with("\"serviceType\": \"lock-opening\", \"appointment\": {\"from\": \"yesterday\"}"),
                        "appointment.from"),
                arguments(
                        with(
                                "\"serviceType\": \"lock-opening\", \"appointment\": {\"from\": \"2031-01-01T00:00:00Z\"}"),
                        "appointment.to"),
                arguments(
                        with("\"serviceType\": \"lock-opening\", \"beneficiary\": {\"name\": \"\", \"consent\": true}"),
                        "beneficiary.name"),
                arguments(with("\"serviceType\": \"lock-opening\", \"address\": {\"floor\": 1000}"), "address.floor"),
                arguments(
                        "{\"serviceType\": \"lock-opening\", \"location\": {\"lat\": 1}, " + MEI_CONTACT + "}",
                        "location.lon"),
                arguments(
                        "{\"serviceType\": \"lock-opening\", \"location\": {\"lat\": 30.7, \"lon\": 121.3, \"crs\": \"X\"}}",
                        "location.crs"),
                arguments("{\"serviceType\": \"lock-opening\", " + IN_HAITANG + "}", "contact"));
    }

    static String with(String fields) {
        return "{" + fields + ", " + IN_HAITANG + ", " + MEI_CONTACT + "}";
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void names_the_field(String body, String field) {
        assertThat(Town.fields(submit(MEI, body))).containsExactly(field);
    }

    @Test
    void tells_where_to_call_in_an_emergency() {
        submit(MEI, with("\"serviceType\": \"fire\"")).then().body("errors[0].reason", containsString("Call 119"));
    }

    @Test
    void is_told_in_chinese_where_nothing_else_is_asked_for() {
        given().header("Authorization", MEI.bearer())
                .contentType(ContentType.JSON)
                .body(with("\"serviceType\": \"fire\""))
                .post("/requests")
                .then()
                .statusCode(400)
                .body("errors[0].reason", containsString("请立即拨打 119"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"serviceType\": \"lock-opening\"",
                "hello",
                "{\"location\": \"here\"}",
                "{\"location\": {\"lat\": [30]}}"
            })
    void is_given_for_what_is_no_submission(String body) {
        as(MEI).body(body).post("/requests").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void is_given_for_json_nested_without_end() throws Exception {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        URI requests = URI.create("http://localhost:" + RestAssured.port + "/requests");
        HttpRequest request = HttpRequest.newBuilder(requests)
                .header("Authorization", MEI.bearer())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": " + nested + "}"))
                .build();

        // not by REST-assured, which takes a minute to look at such a body
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "'; drop table request; --", "<script>alert(1)</script>"})
    void is_not_given_for_strange_but_harmless_words(String words) {
        String body = with("\"serviceType\": \"lock-opening\", \"description\": \"" + words + "\"");

        submit(MEI, body).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void is_given_for_what_is_no_text(String words) {
        String body = with("\"serviceType\": \"lock-opening\", \"description\": \"" + words + "\"");

        assertThat(Town.fields(submit(MEI, body))).containsExactly("description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "'; drop table place; --"})
    void is_given_for_strange_codes(String code) {
        assertThat(Town.fields(submit(MEI, with("\"serviceType\": \"" + code + "\""))))
                .containsExactly("serviceType");
        assertThat(Town.fields(submit(
                        MEI, "{\"serviceType\": \"other\", \"placeId\": \"" + code + "\", " + MEI_CONTACT + "}")))
                .containsExactly("placeId");
    }

    @Test
    void is_given_for_another_content_type() {
        as(MEI).contentType(ContentType.TEXT)
                .body("help")
                .post("/requests")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    static Stream<Token> badTokens() {
        Token mei = Tokens.of("mei", "resident");
        return Stream.of(
                mei.expired(),
                mei.forged(),
                mei.wrongAudience(),
                mei.wrongIssuer(),
                mei.signed(Token.Signature.NONE),
                mei.signed(Token.Signature.CONFUSED));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void is_given_for_a_bad_token(Token token) {
        submit(token, with("\"serviceType\": \"lock-opening\""))
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/requests", "/residents/me", "/requests/01a20208-3635-7f7e-9371-2a01cba7ca21/timeline"})
    void is_given_without_a_token(String path) {
        Town.anybody().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void is_given_to_a_mini_app_that_acts_for_nobody_and_to_whoever_acts_for_others_without_being_one() {
        String body = with("\"serviceType\": \"lock-opening\"");

        submit(Town.MINI_APP, body).then().statusCode(403).contentType("application/problem+json");
        as(MEI).header("On-Behalf-Of", "lin")
                .body(body)
                .post("/requests")
                .then()
                .statusCode(403);
    }

    @Test
    void is_given_to_a_grid_worker_who_is_no_resident_outside_the_grid() {
        submit(Town.OTHER_GRID_WORKER, with("\"serviceType\": \"greenery\""))
                .then()
                .statusCode(403)
                .body("title", equalTo("OutsideYourPlaces"))
                .body("detail", not(containsString("OutsideYourPlaces")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests?status=lost",
                "/requests?after=here",
                "/requests?limit=many",
                "/places/located-at?lat=x&lon=1",
                "/places/located-at?lat=121.3&lon=30.7",
                "/places?level=planet"
            })
    void is_given_for_parameters_that_mean_nothing(String path) {
        Town.fields(as(MEI).get(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/requests/nonsense", "/places/nowhere", "/places/%00", "/service-types/%00", "/requests/1/live"
            })
    void is_given_for_what_is_not_there(String path) {
        as(MEI).urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
}
