package org.nuanxin.kit.problems;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Whoever does not say in time what they want is answered 408 and cut off: a place is for those who can be answered. */
@ApplicationScoped
class BodyDeadline {
    private static final int WITH_THE_DOORKEEPER = -3;
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AtTheDoor atTheDoor;
    private final long millis;

    BodyDeadline(AtTheDoor atTheDoor, CallLimits limits) {
        this.atTheDoor = atTheDoor;
        this.millis = limits.bodyWithin().toMillis();
    }

    void stand(@Observes Router door) {
        door.route().order(WITH_THE_DOORKEEPER).handler(this::begin);
    }

    private void begin(RoutingContext call) {
        if (sends(call.request())) {
            long timer = call.vertx().setTimer(millis, _ -> look(call));
            call.addEndHandler(_ -> call.vertx().cancelTimer(timer));
        }
        call.next();
    }

    private void look(RoutingContext call) {
        HttpServerResponse response = call.response();
        if (call.request().isEnded() || response.ended()) return;
        if (response.headWritten()) {
            call.request().connection().close();
        } else {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            response.endHandler(_ -> call.request().connection().close());
            atTheDoor.refuse(call, 408, "TooSlow");
        }
    }

    private static boolean sends(HttpServerRequest request) {
        if (WITHOUT_BODY.contains(request.method())) return false;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.version() == HttpVersion.HTTP_2 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                : !length.equals("0");
    }
}
