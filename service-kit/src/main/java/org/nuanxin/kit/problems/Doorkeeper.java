package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses in words what is too large before anybody reads it; Quarkus' own limit says nothing but a number. */
@ApplicationScoped
class Doorkeeper {
    private static final int BEFORE_QUARKUS_OWN_LIMIT = -3;

    private final ObjectMapper json;
    private final long largest;

    Doorkeeper(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largest = largest.asLongValue();
    }

    void stand(@Observes Router door) {
        door.route().order(BEFORE_QUARKUS_OWN_LIMIT).handler(this::check);
    }

    private void check(RoutingContext call) {
        if (length(call.request()) > largest) {
            refuse(call);
        } else {
            call.next();
        }
    }

    private void refuse(RoutingContext call) {
        String language = Objects.requireNonNullElse(call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), "zh-CN");
        ProblemBody body = ProblemBody.of(413, "TooLarge", Texts.locale(language));
        call.response()
                .setStatusCode(body.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                // what is still under way is not read any more
                .endHandler(_ -> call.request().connection().close())
                .end(write(body));
    }

    private String write(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
