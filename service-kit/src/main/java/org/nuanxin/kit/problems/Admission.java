package org.nuanxin.kit.problems;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/**
 * Turns calls away, early and in words, while as many are being answered as can be answered soon: whoever was let in is answered
 * in time however many come, and whoever was not knows at once. A {@link Visit} that waits counts apart, and so does a live
 * stream once it has begun.
 */
@ApplicationScoped
class Admission {
    private static final int BEFORE_ANYTHING_ELSE = -4;
    /** Whoever watches over us gets in at any time. */
    private static final String HEALTH_AND_METRICS = "/q/";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final AtTheDoor atTheDoor;
    private final CallLimits limits;
    private final Counter turnedAway;
    private final Room answering;
    private final Room waiting;
    private final Room streaming;

    Admission(AtTheDoor atTheDoor, CallLimits limits, MeterRegistry metrics) {
        this.atTheDoor = atTheDoor;
        this.limits = limits;
        this.answering = new Room(limits.atOnce());
        this.waiting = new Room(limits.waiting());
        this.streaming = new Room(limits.streams());
        this.turnedAway = Counter.builder("nuanxin.calls.turned.away")
                .description("calls answered 503 because too many were being answered, waited or listened")
                .register(metrics);
        metrics.gauge("nuanxin.calls.answering", answering, Room::inside);
        metrics.gauge("nuanxin.calls.waiting", waiting, Room::inside);
        metrics.gauge("nuanxin.calls.streams", streaming, Room::inside);
    }

    void stand(@Observes Router door) {
        door.route().order(BEFORE_ANYTHING_ELSE).handler(this::letIn);
    }

    private void letIn(RoutingContext call) {
        if (call.normalizedPath().startsWith(HEALTH_AND_METRICS)) {
            call.next();
        } else if (!answering.enter()) {
            turnAway(call);
        } else if (!asksForStream(call)) {
            begin(call);
        } else if (streaming.enter()) {
            call.addEndHandler(_ -> streaming.leave());
            begin(call);
        } else {
            answering.leave();
            turnAway(call);
        }
    }

    private static boolean asksForStream(RoutingContext call) {
        String accepted = call.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.SERVER_SENT_EVENTS);
    }

    private void begin(RoutingContext call) {
        boolean reads = READING.contains(call.request().method());
        Visit visit = new Visit(answering, waiting, reads, this::refusal);
        visit.begin();
        call.addHeadersEndHandler(_ -> visit.end());
        call.addEndHandler(_ -> visit.end()); // also where the caller has gone
        call.next();
    }

    private void turnAway(RoutingContext call) {
        TooBusy refusal = refusal();
        call.response().putHeader(HttpHeaders.RETRY_AFTER, refusal.retryAfter().toString());
        call.request().resume(); // what was sent is read and forgotten, so that the connection can be used again
        atTheDoor.refuse(call, refusal.status(), "TooBusy");
    }

    private TooBusy refusal() {
        turnedAway.increment();
        return new TooBusy(limits.retryAfter());
    }
}
