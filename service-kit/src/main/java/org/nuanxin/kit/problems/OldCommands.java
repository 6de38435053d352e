package org.nuanxin.kit.problems;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Forgets Idempotency-Keys with which nobody will come again. */
@ApplicationScoped
class OldCommands {
    private static final int AT_ONCE = 10_000;
    // what somebody else is just forgetting is left to them
    private static final String FORGET = """
            delete from command where ctid = any(array(
                select ctid from command where at < $1 limit $2 for update skip locked))
            """;

    private final Sql sql;
    private final Loop cleaning;

    OldCommands(Sql sql, Transactions transactions, CommandSettings settings, Vertx vertx) {
        this.sql = sql;
        this.cleaning = Loop.forgetting("old commands", vertx, transactions, settings.keep(), this::forgetBefore);
    }

    void start(@Observes StartupEvent event) {
        cleaning.start();
    }

    void stop(@Observes ShutdownEvent event) {
        cleaning.stop(() -> {});
    }

    Uni<Integer> forgetBefore(Instant then) {
        return sql.update(FORGET, then, AT_ONCE);
    }
}
