package org.nuanxin.journeys.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever judges the answers … */
class JudgeTest {
    static final String INVALID =
            "{\"title\":\"Invalid\",\"status\":400,\"detail\":\"See errors.\",\"errors\":[{\"field\":\"a\",\"reason\":\"%s\"}]}";

    Judge judge = new Judge();

    @Test
    void has_nothing_against_a_clear_refusal() {
        judge.any("shot", problem(400, INVALID.formatted("Too long.")), "en");
        judge.any("shot", problem(404, "{\"title\":\"NotFound\",\"status\":404,\"detail\":\"没有找到\"}"), "zh-CN");
        judge.refused(
                "shot",
                problem(403, "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"No.\"}"),
                "en",
                List.of(403));
        judge.parameter("shot", problem(400, INVALID.formatted("Too long.")), false);

        assertThat(judge.isContent()).isTrue();
        assertThat(judge.calls()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | | 5xx 1",
                "500 | {\"title\":\"OurFault\",\"status\":500,\"detail\":\"Ours.\"} | 5xx 1",
                "409 | {\"title\":\"Taken\",\"status\":409,\"detail\":\"at org.x.Y.z(Y.java:1)\"} | leaks 1",
                "404 | {\"title\":\"NotFound\",\"status\":404,\"detail\":\"relation \\\"request\\\" is missing\"} | leaks 1",
                "404 | not JSON | unclear 1",
                "404 | {\"title\":\"NotFound\",\"status\":404,\"detail\":\"没有找到\"} | unclear 1",
                "404 | {\"title\":\"NotFound\",\"status\":400,\"detail\":\"Nothing.\"} | unclear 1",
                "404 | {\"title\":\"\",\"status\":404,\"detail\":\"Nothing.\"} | unclear 1",
                "400 | {\"title\":\"Invalid\",\"status\":400,\"detail\":\"See errors.\"} | unclear 1",
                "400 | {\"title\":\"Invalid\",\"status\":400,\"detail\":\"See errors.\",\"errors\":[{\"field\":\"a\"}]} | unclear 1"
            })
    void finds(int status, String body, String found) {
        judge.any("shot", problem(status, body == null ? "" : body), "en");

        assertThat(judge.figures()).contains(found);
        assertThat(judge.isContent()).isFalse();
    }

    @Test
    void finds_a_reason_in_another_language() {
        judge.any("shot", problem(400, INVALID.formatted("不能为空")), "en");

        assertThat(judge.figures()).contains("unclear 1");
    }

    @Test
    void finds_a_refusal_that_is_no_problem() {
        judge.any(
                "shot",
                reply(404, "text/html", "{\"title\":\"NotFound\",\"status\":404,\"detail\":\"Nothing.\"}"),
                "en");

        assertThat(judge.figures()).contains("unclear 1");
    }

    @Test
    void finds_who_was_let_in() {
        judge.refused("shot", reply(200, "application/json", "[]"), "en", List.of(401));

        assertThat(judge.figures()).contains("let-in 1");
        assertThat(judge.report()).isEqualTo("let-in: shot, expected [401] -> 200 []\n");
    }

    @Test
    void finds_a_parameter_without_a_name() {
        judge.parameter("shot", problem(400, INVALID.replace("\"a\"", "\"\"")), true);
        judge.parameter("shot", problem(404, "{}"), true);
        judge.parameter("shot", problem(404, "{}"), false);

        assertThat(judge.figures()).contains("unclear 2");
    }

    @Test
    void finds_what_was_left_behind() {
        judge.changed("a row more");

        assertThat(judge.figures()).contains("half-done 1");
        assertThat(judge.isContent()).isFalse();
    }

    private static Reply problem(int status, String body) {
        return reply(status, "application/problem+json", body);
    }

    private static Reply reply(int status, String type, String body) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        return new Reply(status, headers, body.getBytes(UTF_8));
    }
}
