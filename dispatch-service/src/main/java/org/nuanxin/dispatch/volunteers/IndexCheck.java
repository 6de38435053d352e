package org.nuanxin.dispatch.volunteers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.nuanxin.dispatch.volunteers.Volunteers.Row;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Compares the volunteers in memory with those in the database, page by page. Whatever has been the same there for a while must
 * be the same here; if it is not, and still is not at a second look, the memory is read anew and somebody is told.
 */
@ApplicationScoped
class IndexCheck {
    private static final Logger LOG = Logger.getLogger(IndexCheck.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 1000;

    /** What is younger may still be on its way. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final VolunteerMemory memory;
    private final Duration every;
    private final Loop loop;
    private final Counter rebuilt;

    IndexCheck(
            Transactions transactions,
            Volunteers volunteers,
            VolunteerMemory memory,
            IndexSettings settings,
            Vertx vertx,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.memory = memory;
        this.every = settings.checkEvery();
        this.loop = new Loop("check of the volunteers", vertx, () -> check().replaceWith(every));
        this.rebuilt = Counter.builder("nuanxin.volunteer.index.rebuilt")
                .description("how often the volunteers in memory did not agree with the database and were read anew")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** Whether everything was as it should be. */
    Uni<Boolean> check() {
        return transactions
                .run(memory::ready)
                .chain(() -> agreesAfter(FIRST))
                .chain(agrees -> agrees ? Uni.createFrom().item(true) : agreesAfter(FIRST))
                .call(agrees -> agrees ? Uni.createFrom().voidItem() : rebuild());
    }

    private Uni<Boolean> agreesAfter(UUID last) {
        return transactions
                .run(now -> volunteers.page(last, PAGE, now.minus(SETTLED)))
                .chain(rows -> {
                    if (!rows.stream().allMatch(this::agrees))
                        return Uni.createFrom().item(false);
                    return rows.size() < PAGE
                            ? Uni.createFrom().item(true)
                            : agreesAfter(rows.getLast().volunteerId());
                });
    }

    private boolean agrees(Row row) {
        return !row.settled() || memory.agrees(row);
    }

    private Uni<Void> rebuild() {
        rebuilt.increment();
        LOG.warn("the volunteers in memory do not agree with the database: they are read anew");
        return transactions.run(memory::rebuild);
    }
}
