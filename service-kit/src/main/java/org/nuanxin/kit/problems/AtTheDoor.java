package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** Problems told before a call has come as far as {@link Problems}. */
@ApplicationScoped
class AtTheDoor {
    private final ObjectMapper json;

    AtTheDoor(ObjectMapper json) {
        this.json = json;
    }

    /** @param title also the key of the text */
    void refuse(RoutingContext call, int status, String title) {
        answer(call, ProblemBody.of(status, title, language(call)));
    }

    /** Says that a value does not fit its field. */
    void refuseField(RoutingContext call, String field) {
        String reason = Texts.of(AtTheDoor.class, language(call)).text("UnfitValue");
        answer(call, ProblemBody.of(400, "Invalid", language(call), new Problem.FieldError(field, reason)));
    }

    private static Locale language(RoutingContext call) {
        return Texts.locale(Objects.requireNonNullElse(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), "zh-CN"));
    }

    private void answer(RoutingContext call, ProblemBody body) {
        call.response()
                .setStatusCode(body.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .end(write(body));
    }

    private String write(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
