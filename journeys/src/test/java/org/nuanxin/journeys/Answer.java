package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the product answered. */
record Answer(String question, int status, HttpHeaders headers, String text) {
    static Answer of(HttpResponse<String> response) {
        String question = response.request().method() + " " + response.request().uri();
        return new Answer(question, response.statusCode(), response.headers(), response.body());
    }

    JsonNode body() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : Http.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(this + " is no JSON", e);
        }
    }

    /** Whether it says itself that the same call may succeed soon; RFC 9110, 10.2.3 and RFC 6585, 4. */
    boolean asksToComeAgain() {
        return (status == 429 || status == 503)
                && headers.firstValue("Retry-After").isPresent();
    }

    /** The body of a call that must have succeeded. */
    JsonNode ok() {
        assertThat(status).as(toString()).isBetween(200, 299);
        return body();
    }

    /** The body of a call that must have been refused, with a problem that names the rule. */
    JsonNode refused(int expected, String title) {
        assertThat(status).as(toString()).isEqualTo(expected);
        assertThat(headers.firstValue("Content-Type"))
                .as(toString())
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(body().path("title").asText()).as(toString()).isEqualTo(title);
        return body();
    }

    /** A refusal that names a field. */
    JsonNode refusedField(String field) {
        JsonNode problem = refused(400, "Invalid");
        assertThat(problem.path("errors").findValuesAsText("field"))
                .as(toString())
                .contains(field);
        return problem;
    }

    @Override
    public String toString() {
        return question + " -> " + status + " " + text;
    }
}
