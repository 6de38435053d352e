package org.nuanxin.kit.problems;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Forgets Idempotency-Keys with which nobody will come again. */
@ApplicationScoped
class OldCommands {
    static final int AT_ONCE = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);
    // what somebody else is just forgetting is left to them
    private static final String FORGET = """
            delete from command where ctid = any(array(
                select ctid from command where at < $1 limit $2 for update skip locked))
            """;

    private final Sql sql;
    private final Loop cleaning;

    OldCommands(Sql sql, Transactions transactions, CommandSettings settings, Vertx vertx) {
        this.sql = sql;
        Duration keep = settings.keep();
        this.cleaning = new Loop(
                "old commands",
                vertx,
                () -> transactions
                        .run(now -> forgetBefore(now.minus(keep)))
                        .map(forgotten -> forgotten < AT_ONCE ? HOUR : Duration.ZERO));
    }

    void start(@Observes StartupEvent event) {
        cleaning.start();
    }

    void stop(@Observes ShutdownEvent event) {
        cleaning.stop(() -> {});
    }

    /** At most {@link #AT_ONCE} of them; how many. */
    Uni<Integer> forgetBefore(Instant then) {
        return sql.update(FORGET, then, AT_ONCE);
    }
}
