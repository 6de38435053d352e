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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

    private final Vertx vertx;
    private final int patience;
    private final int silence;
    private volatile @Nullable PgConnectOptions options;

    @Inject
    Connections(Vertx vertx) {
        this(vertx, PATIENCE_SECONDS, SILENCE_SECONDS);
    }

    Connections(Vertx vertx, int patienceSeconds, int silenceSeconds) {
        this.vertx = vertx;
        this.patience = patienceSeconds;
        this.silence = silenceSeconds;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = input.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(this::limited)
                .toList();
        options = PgConnectOptions.wrap(servers.getFirst());
        PoolOptions pool =
                input.poolOptions().setConnectionTimeout(patience).setConnectionTimeoutUnit(TimeUnit.SECONDS);
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
        PgConnectOptions session = new PgConnectOptions(known)
                .addProperty("idle_session_timeout", silence + "s")
                .addProperty("default_transaction_read_only", "off");
        return PgConnection.connect(new io.vertx.mutiny.core.Vertx(vertx), session)
                .invoke(connection -> {
                    long heartbeat = vertx.setPeriodic(TimeUnit.SECONDS.toMillis(silence) / 3, _ -> beat(connection));
                    connection.exceptionHandler(_ -> {}); // its end says enough, and comes next
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

    private PgConnectOptions limited(PgConnectOptions server) {
        PgConnectOptions limited = new PgConnectOptions(server);
        limited.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(patience));
        limited.setIdleTimeoutUnit(TimeUnit.SECONDS);
        limited.setReadIdleTimeout(silence);
        return limited;
    }
}
