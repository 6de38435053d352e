package org.nuanxin.kit.problems;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** Whatever goes wrong is told as a problem, in the caller's language: … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ProblemsTest {
    static final Token RESIDENT = Tokens.of("resident-1", "resident");

    @ParameterizedTest
    @CsvSource({"en, 'The resident''s account %s is closed (rule 1,234).'", "zh-CN, '账户 %s 已关闭（规则 1,234）。'"})
    void a_broken_rule(String language, String detail) {
        UUID account = UUID.randomUUID();

        Response answer = as(RESIDENT, language).get("/accounts/" + account + "/closed");

        assertProblem(answer, 409, "AccountClosed");
        assertThat(answer.path("detail").toString()).isEqualTo(detail.formatted(account));
        assertThat(answer.path("type").toString()).isEqualTo("about:blank");
    }

    @Test
    void a_rule_without_a_text() {
        Response answer = as(RESIDENT, "en").get("/accounts/untold");

        assertProblem(answer, 409, "Untold");
        assertThat(answer.path("detail").toString()).isEqualTo("Untold");
    }

    @ParameterizedTest
    @CsvSource({"en, 'There is no such thing, or it is not yours to see.'", "zh-CN, 没有找到，或您无权查看。", "fr, 没有找到，或您无权查看。"})
    void what_does_not_exist(String language, String detail) {
        Response answer = as(RESIDENT, language).get("/accounts/" + UUID.randomUUID());

        assertProblem(answer, 404, "NotFound");
        assertThat(answer.path("detail").toString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/accounts/1/2/3/4", "/accounts/not-a-uuid", "/q/nowhere"})
    void a_path_that_leads_nowhere(String path) {
        assertProblem(as(RESIDENT, "en").get(path), 404, "NotFound");
        assertProblem(given().get(path.equals("/accounts/not-a-uuid") ? "/nowhere/else" : path), 404, "NotFound");
    }

    @Test
    void a_method_that_the_path_does_not_know() {
        assertProblem(as(RESIDENT, "en").delete("/accounts"), 405, "MethodNotAllowed");
    }

    @ParameterizedTest
    @CsvSource({"en, amount, must be greater than or equal to 1", "zh-CN, amount, 最小不能小于1"})
    void what_breaks_the_bounds_of_a_field(String language, String field, String reason) {
        Response answer = pay(language, "{\"account\": \"%s\", \"amount\": 0}".formatted(UUID.randomUUID()));

        assertProblem(answer, 400, "Invalid");
        assertError(answer, field, reason);
    }

    @Test
    void what_breaks_the_bounds_of_an_inner_field() {
        Response answer = pay(
                "en",
                "{\"account\": \"%s\", \"amount\": 1, \"purpose\": {\"text\": \"much too long\"}}"
                        .formatted(UUID.randomUUID()));

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "purpose.text", "size must be between 0 and 10");
    }

    @ParameterizedTest
    @CsvSource({"en, At least 14.", "zh-CN, 至少 14。"})
    void what_a_rule_says_about_a_field(String language, String reason) {
        Response answer = pay(language, "{\"account\": \"%s\", \"amount\": 13}".formatted(UUID.randomUUID()));

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "amount", reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account\": ",
                "{\"account\": null",
                "nonsense",
                "{'account': 1}",
                "\u0000",
                "{\"amount\": NaN}",
                "{\"amount\": 1, \"amount\": 1}",
                "{\"account\": null, \"amount\": 1, \"account\": null, \"amount\": 1}"
            })
    void broken_json(String body) {
        Response answer = pay("en", body);

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "", "This is not valid JSON, or names a member twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void no_body(String body) {
        assertProblem(pay("en", body), 400, "Invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"account\": 12, \"amount\": 1} | account",
                "{\"account\": \"x\", \"amount\": 1} | account",
                "{\"amount\": \"many\"} | amount",
                "{\"amount\": 99999999999} | amount",
                "{\"amount\": 1e400} | amount",
                "{\"amount\": 1, \"purpose\": {\"text\": {}}} | purpose.text",
                "[] | ''",
                "\"text\" | ''"
            })
    void a_value_that_does_not_fit(String body, String field) {
        Response answer = pay("en", body);

        assertProblem(answer, 400, "Invalid");
        assertError(answer, field, "The value does not fit this field.");
    }

    @Test
    void json_deeper_than_anybody_needs() throws Exception {
        String deep = "{\"purpose\": {\"text\": \"x\", \"more\": " + "[".repeat(100_000);

        HttpResponse<String> answer = send(HttpRequest.BodyPublishers.ofString(deep));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The value does not fit this field.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800"})
    void a_text_that_cannot_be_kept(String text) {
        Response answer = pay(
                "en",
                "{\"account\": \"%s\", \"amount\": 1, \"purpose\": {\"text\": \"%s\"}}"
                        .formatted(UUID.randomUUID(), text));

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "purpose.text", "The value does not fit this field.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+294277-01-01T00:00:00Z", "-004714-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void a_value_that_the_store_cannot_keep(String at) {
        Response answer = as(RESIDENT, "en").queryParam("at", at).get("/accounts/unkept");

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "", "The value does not fit this field.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by | nonsense | A time goes here, such as 2026-05-01T08:00:00Z.",
                "by | +294277-01-01T00:00:00Z | A time goes here, such as 2026-05-01T08:00:00Z.",
                "after | nonsense | An id goes here, such as 0190b4de-0000-7000-8000-000000000001.",
                "order | dearest | One of these goes here: newest, oldest.",
                "mine | perhaps | true or false goes here.",
                "limit | 2147483648 | A whole number goes here.",
                "limit | 0 | must be greater than or equal to 1",
                "seen | x | A whole number goes here."
            })
    void a_parameter_of_another_kind(String name, String value, String reason) {
        Response answer = as(RESIDENT, "en").queryParam(name, value).get("/accounts/search");

        assertProblem(answer, 400, "Invalid");
        assertError(answer, name, reason);
    }

    @ParameterizedTest
    @CsvSource({"en, A whole number goes here.", "zh-CN, 此处应为整数。"})
    void a_header_of_another_kind(String language, String reason) {
        Response answer =
                as(RESIDENT, language).header("Last-Event-ID", "9999-99-99").get("/accounts/search");

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "Last-Event-ID", reason);
    }

    @Test
    void no_parameter_that_fits() {
        Response answer = as(RESIDENT, "en")
                .queryParam("by", "2026-05-01T08:00:00Z")
                .queryParam("after", "0190b4de-0000-7000-8000-000000000001")
                .queryParam("order", "oldest")
                .queryParam("mine", "true")
                .queryParam("seen", 1, 2)
                .header("Last-Event-ID", "7")
                .get("/accounts/search");

        assertThat(answer.as(String[].class))
                .containsExactly(
                        "2026-05-01T08:00:00Z", "0190b4de-0000-7000-8000-000000000001", "oldest true 50", "[1, 2] 7");
    }

    @Test
    void not_more_than_anybody_reads() {
        String tags = "\"much too long\",".repeat(1_000);

        Response answer = as(RESIDENT, "en")
                .contentType(ContentType.JSON)
                .body("{\"tags\": [%s \"\"]}".formatted(tags))
                .post("/accounts/tags");

        assertProblem(answer, 400, "Invalid");
        assertThat(answer.jsonPath().getList("errors")).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%FF", "%ED%A0%80"})
    void a_parameter_that_is_no_text(String value) {
        Response answer = as(RESIDENT, "en").urlEncodingEnabled(false).get("/accounts/forgotten?at=" + value);

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "at", "The value does not fit this field.");
        assertProblem(as(RESIDENT, "en").urlEncodingEnabled(false).get("/accounts/" + value), 404, "NotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "text", "a b/c", "application/json, nonsense"})
    void a_form_that_is_none(String type) {
        assertProblem(as(RESIDENT, "en").accept(type).get("/accounts/forgotten"), 406, "NotAcceptable");
    }

    @Test
    void headers_and_addresses_longer_than_anybody_needs() throws Exception {
        assertThat(get("/accounts/forgotten", "x".repeat(20_000)).statusCode()).isEqualTo(431);
        assertThat(get("/accounts/forgotten", "x".repeat(20_000)).body()).contains("What was sent is too large.");
        assertThat(get("/accounts/forgotten?at=" + "x".repeat(10_000), "x").body())
                .contains("What was sent is too large.");
        assertThat(get("/accounts/forgotten?at=" + "x".repeat(5_000), "x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_content_type_that_is_none() throws Exception {
        assertThat(send(HttpRequest.BodyPublishers.ofString("{}"), "nonsense").body())
                .contains("UnsupportedMediaType");
    }

    @Test
    void another_content_type() {
        Response answer = as(RESIDENT, "en").contentType("text/plain").body("1").post("/accounts");

        assertProblem(answer, 415, "UnsupportedMediaType");
    }

    @Test
    void a_form_that_cannot_be_given() {
        Response answer = as(RESIDENT, "en").accept("image/png").get("/accounts/" + UUID.randomUUID());

        assertProblem(answer, 406, "NotAcceptable");
    }

    @Test
    void a_body_too_large() {
        Response answer = pay("en", "{\"account\": \"" + "x".repeat(3_000_000) + "\"}");

        assertProblem(answer, 413, "TooLarge");
    }

    /** Sent in chunks it is counted by Quarkus, which says nothing but the number. */
    @Test
    void a_body_that_turns_out_too_large() throws Exception {
        byte[] text =
                "{\"purpose\": {\"text\": \"".concat("x".repeat(3_000_000)).getBytes(UTF_8);

        assertThat(send(HttpRequest.BodyPublishers.ofByteArrays(List.of(text))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void nobody_at_fault_where_a_body_turns_out_too_large() {
        IOException within = new IOException("Request too large");

        assertThat(new Problems().any(within, new HttpHeadersImpl(List.of())).getStatus())
                .isEqualTo(413);
    }

    @Test
    void nothing_but_the_body_is_long() {
        pay(
                        "en",
                        "{\"account\": \"%s\", \"amount\": 1, \"more\": \"%s\"}"
                                .formatted(UUID.randomUUID(), "x".repeat(50_000)))
                .then()
                .statusCode(200);
    }

    @Test
    void our_own_fault_without_its_secrets() {
        Response answer = as(RESIDENT, "en").get("/accounts/fault");

        assertProblem(answer, 500, "OurFault");
        assertThat(answer.asString()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-004714-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void a_time_that_has_no_plain_form(String at) {
        Response answer = as(RESIDENT, "en")
                .contentType(ContentType.JSON)
                .body("{\"text\": \"x\", \"at\": \"%s\"}".formatted(at))
                .post("/accounts/notes");

        assertProblem(answer, 400, "Invalid");
        assertError(answer, "at", "The value does not fit this field.");
    }

    @Test
    void a_check_that_fails_itself() {
        Response answer =
                as(RESIDENT, "en").contentType(ContentType.JSON).body("{}").post("/accounts/notes");

        assertProblem(answer, 500, "OurFault");
    }

    @ParameterizedTest
    @CsvSource({"en, 'Sign in first: the token is missing, expired or not valid here.'", "zh-CN, 请先登录：令牌缺失、已过期或无效。"})
    void no_token(String language, String detail) {
        Response answer = given().header("Accept-Language", language).get("/accounts/supervised");

        assertProblem(answer, 401, "Unauthenticated");
        assertThat(answer.path("detail").toString()).isEqualTo(detail);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_token_that_is_over_or_for_somebody_else() {
        assertRefused(RESIDENT.expired().bearer());
        assertRefused(RESIDENT.wrongAudience().bearer());
        assertRefused(RESIDENT.wrongIssuer().bearer());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ISSUER")
    void a_forged_token(Token.Signature signature) {
        assertRefused(RESIDENT.signed(signature).bearer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer .",
                "Bearer ..",
                "Bearer ..x",
                "Basic eDp5",
                "nonsense"
            })
    void no_token_at_all_but_something_like_it(String authorization) {
        assertRefused(authorization);
    }

    @ParameterizedTest
    @CsvSource({"en, You may not do this.", "zh-CN, 您无权执行此操作。"})
    void another_role(String language, String detail) {
        Response answer = as(RESIDENT, language).get("/accounts/supervised");

        assertProblem(answer, 403, "Forbidden");
        assertThat(answer.path("detail").toString()).isEqualTo(detail);
    }

    @Test
    void nothing_where_nothing_is_wrong() {
        given().get("/accounts/public").then().statusCode(200);
        as(RESIDENT, "en").get("/accounts/forgotten").then().statusCode(200);
    }

    private static void assertRefused(String authorization) {
        Response answer = given().header("Authorization", authorization)
                .header("Accept-Language", "en")
                .get("/accounts/forgotten");

        assertProblem(answer, 401, "Unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private static HttpResponse<String> get(String path, String more) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", RESIDENT.bearer())
                .header("Accept-Language", "en")
                .header("X-More", more)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> send(HttpRequest.BodyPublisher body) throws Exception {
        return send(body, "application/json");
    }

    /** Not by RestAssured, which prints every body nicely, and this takes it half a minute. */
    private static HttpResponse<String> send(HttpRequest.BodyPublisher body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/accounts"))
                .header("Authorization", RESIDENT.bearer())
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Response pay(String language, String body) {
        return as(RESIDENT, language).contentType(ContentType.JSON).body(body).post("/accounts");
    }

    private static RequestSpecification as(Token token, String language) {
        return given().header("Authorization", token.bearer()).header("Accept-Language", language);
    }

    private static void assertProblem(Response answer, int status, String title) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("status").toString()).isEqualTo(Integer.toString(status));
        assertThat(answer.path("title").toString()).isEqualTo(title);
        assertThat(answer.path("detail").toString()).isNotBlank();
    }

    private static void assertError(Response answer, String field, String reason) {
        assertThat(answer.path("errors.field").toString()).isEqualTo("[" + field + "]");
        assertThat(answer.path("errors.reason").toString()).isEqualTo("[" + reason + "]");
    }
}
