package org.nuanxin.dispatch.dispatches;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** What is seen from outside: open requests, offers per request, and one line a decision. */
@ApplicationScoped
class DispatchMetrics {
    private static final Logger LOG = Logger.getLogger(DispatchMetrics.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int REST_PER_WORK = 1000;
    private static final String OPEN = """
            select count(*) from dispatch
            where status in ('WAITING', 'SEARCHING', 'MANUAL', 'ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS')
            """;

    private final Transactions transactions;
    private final Sql sql;
    private final Loop loop;
    private final AtomicLong open = new AtomicLong();
    private final DistributionSummary offersPerRequest;

    DispatchMetrics(Transactions transactions, Sql sql, Vertx vertx, MeterRegistry metrics) {
        this.transactions = transactions;
        this.sql = sql;
        this.loop = new Loop("open requests", vertx, this::count);
        this.offersPerRequest = DistributionSummary.builder("nuanxin.offers.per.request")
                .description("offers made in a search until somebody held the request")
                .register(metrics);
        Gauge.builder("nuanxin.requests.open", open, AtomicLong::get)
                .description("requests about which something must still be done")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** After the commit. */
    void decided(Decisions decided) {
        decided.events().stream()
                .filter(RequestAssigned.class::isInstance)
                .map(event -> ((RequestAssigned) event).requestId())
                .forEach(assigned -> decided.handlings().stream()
                        .filter(handling -> handling.matter().requestId().equals(assigned))
                        .forEach(handling ->
                                offersPerRequest.record(handling.offers().size())));
        decided.handlings().forEach(DispatchMetrics::log);
    }

    private static void log(Handling handling) {
        MDC.put("reference", handling.matter().reference());
        LOG.infof("%s is %s, version %d", handling.matter().requestId(), handling.status(), handling.version());
        MDC.remove("reference");
    }

    /** Counting a million takes its time: it is done the less often the longer it takes. */
    private Uni<Duration> count() {
        long began = System.nanoTime();
        return transactions
                .read(() -> sql.query(OPEN))
                .invoke(rows -> open.set(rows.getFirst().longValue(0)))
                .map(_ -> rest(Duration.ofNanos(System.nanoTime() - began)));
    }

    private static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(REST_PER_WORK);
        return rest.compareTo(LOOK_AGAIN) < 0 ? LOOK_AGAIN : rest;
    }
}
