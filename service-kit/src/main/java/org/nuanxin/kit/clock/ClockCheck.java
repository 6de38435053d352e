package org.nuanxin.kit.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Not ready while the machine's clock is far from the database's: it decides how long a token is good, and would refuse everybody
 * or believe tokens that have ended. While the database cannot be asked, which is told elsewhere, what was last seen counts.
 */
@Readiness
@ApplicationScoped
class ClockCheck implements AsyncHealthCheck {
    static final String NAME = "clock as the database's";

    private final Pool pool;
    private final ClockLimits limits;
    private final InstantSource clock;
    private volatile @Nullable Duration error;

    @Inject
    ClockCheck(Pool pool, ClockLimits limits, MeterRegistry metrics) {
        this(pool, limits, metrics, InstantSource.system());
    }

    ClockCheck(Pool pool, ClockLimits limits, MeterRegistry metrics, InstantSource clock) {
        this.pool = pool;
        this.limits = limits;
        this.clock = clock;
        Gauge.builder("nuanxin.clock.error", this, ClockCheck::seconds)
                .baseUnit("seconds")
                .description(
                        "how far the machine's clock was ahead of the database's when readiness was last asked for")
                .register(metrics);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .deferred(() -> compare(clock.instant()))
                .onFailure()
                .recoverWithNull()
                .map(_ -> answer());
    }

    /** The database answers somewhere between asking and hearing of it. */
    private Uni<Duration> compare(Instant asked) {
        return pool.query("select clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .map(there ->
                        Duration.between(asked, clock.instant()).dividedBy(2).plus(Duration.between(there, asked)))
                .invoke(found -> error = found);
    }

    private HealthCheckResponse answer() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
        Duration ahead = error;
        return ahead == null
                ? answer.up().build()
                : answer.status(ahead.abs().compareTo(limits.error()) <= 0)
                        .withData("aheadMillis", ahead.toMillis())
                        .withData("mostMillis", limits.error().toMillis())
                        .build();
    }

    private double seconds() {
        Duration ahead = error;
        return ahead == null ? Double.NaN : ahead.toMillis() / 1000.0;
    }
}
