package org.nuanxin.kit.transactions;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a service reaches PostgreSQL: it rather fails than hangs. Whoever waits is told within {@value #PATIENCE_SECONDS} seconds
 * that the store is away; an answer that does not come within {@value #SILENCE_SECONDS} seconds will not come any more.
 *
 * <p>Quarkus makes its pool here, since not all of these limits are settings of its own.
 */
@Singleton
public class Connections implements PgPoolCreator {
    private static final int PATIENCE_SECONDS = 2;
    // longer than the server lets any statement run (statement_timeout)
    private static final int SILENCE_SECONDS = 15;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private @Nullable PgConnectOptions options;

    Connections(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = input.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(Connections::limited)
                .toList();
        options = PgConnectOptions.wrap(servers.getFirst());
        PoolOptions pool =
                input.poolOptions().setConnectionTimeout(PATIENCE_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    /**
     * A connection outside the pool, for what belongs to a session: an advisory lock, a LISTEN. It ends when the other side, be it
     * the server or this instance, does not answer any more.
     *
     * @param ended is told which connection has ended, however that came about
     */
    public Uni<PgConnection> own(Consumer<PgConnection> ended) {
        PgConnectOptions known = options;
        if (known == null) {
            return Uni.createFrom().failure(new IllegalStateException("the pool has not been made yet"));
        }
        PgConnectOptions session =
                new PgConnectOptions(known).addProperty("idle_session_timeout", SILENCE_SECONDS + "s");
        return PgConnection.connect(new io.vertx.mutiny.core.Vertx(vertx), session)
                .invoke(connection -> {
                    long heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), _ -> beat(connection));
                    connection.closeHandler(() -> {
                        vertx.cancelTimer(heartbeat);
                        ended.accept(connection);
                    });
                });
    }

    /** Keeps a quiet connection from looking dead, to both ends. */
    private static void beat(PgConnection connection) {
        connection.query("select 1").execute().subscribe().with(_ -> {}, _ -> {});
    }

    private static PgConnectOptions limited(PgConnectOptions server) {
        PgConnectOptions limited = new PgConnectOptions(server);
        limited.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        limited.setIdleTimeoutUnit(TimeUnit.SECONDS);
        limited.setReadIdleTimeout(SILENCE_SECONDS);
        return limited;
    }
}
