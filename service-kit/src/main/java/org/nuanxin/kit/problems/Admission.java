package org.nuanxin.kit.problems;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns calls away, early and in words, while as many are being answered as can be answered soon: whoever was let in is answered
 * in time however many come, and whoever was not knows at once. A live stream counts until it begins.
 */
@ApplicationScoped
class Admission {
    private static final int BEFORE_ANYTHING_ELSE = -4;
    /** Whoever watches over us gets in at any time. */
    private static final String HEALTH_AND_METRICS = "/q/";

    private final AtTheDoor atTheDoor;
    private final CallLimits limits;
    private final Counter turnedAway;
    private final AtomicInteger answering = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    Admission(AtTheDoor atTheDoor, CallLimits limits, MeterRegistry metrics) {
        this.atTheDoor = atTheDoor;
        this.limits = limits;
        this.turnedAway = Counter.builder("nuanxin.calls.turned.away")
                .description("calls answered 503 because too many were being answered")
                .register(metrics);
        metrics.gauge("nuanxin.calls.answering", answering);
        metrics.gauge("nuanxin.calls.waiting", waiting);
    }

    void stand(@Observes Router door) {
        door.route().order(BEFORE_ANYTHING_ELSE).handler(this::letIn);
    }

    private void letIn(RoutingContext call) {
        if (call.normalizedPath().startsWith(HEALTH_AND_METRICS)) {
            call.next();
        } else if (prefersToWait(call.request())) {
            letIn(call, waiting, limits.waiting());
        } else {
            letIn(call, answering, limits.atOnce());
        }
    }

    private void letIn(RoutingContext call, AtomicInteger inside, int most) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            turnAway(call);
            return;
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) inside.decrementAndGet();
        };
        call.addHeadersEndHandler(_ -> leave.run());
        call.addEndHandler(_ -> leave.run()); // also where the caller has gone
        call.next();
    }

    private void turnAway(RoutingContext call) {
        turnedAway.increment();
        call.response()
                .putHeader(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(limits.retryAfter().toSeconds()));
        call.request().resume(); // what was sent is read and forgotten, so that the connection can be used again
        atTheDoor.refuse(call, 503, "TooBusy");
    }

    private static boolean prefersToWait(HttpServerRequest request) {
        String preference = request.getHeader("Prefer");
        return preference != null && preference.startsWith("wait=");
    }
}
