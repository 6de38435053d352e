package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.testing.Database;
import org.nuanxin.testing.Stores;

/** A connection to a PostgreSQL that can be frozen … */
class ConnectionsTest {
    static final Duration SOON = Duration.ofSeconds(10);

    Vertx vertx = Vertx.vertx();
    Connections connections = new Connections(vertx, 1, 2);
    Wire wire;
    Pool pool;

    @BeforeEach
    void connect() throws IOException {
        Database database = Stores.postgres().freshDatabase("connections");
        wire = new Wire(database.address());
        pool = connections.create(new Input(database, wire.port()));
    }

    @AfterEach
    void close() throws IOException {
        pool.close();
        wire.close();
        vertx.close();
    }

    @Test
    void is_not_waited_for_when_all_are_taken() {
        var _ = get(pool.getConnection().toCompletionStage().toCompletableFuture());

        assertPasses(pool.getConnection().toCompletionStage().toCompletableFuture());
    }

    @Test
    void is_not_waited_for_when_the_server_accepts_but_never_answers() {
        wire.freeze();

        assertPasses(pool.getConnection().toCompletionStage().toCompletableFuture());
    }

    @Test
    void ends_when_no_answer_comes() {
        var connection = get(pool.getConnection().toCompletionStage().toCompletableFuture());
        get(connection.query("select 1").execute().toCompletionStage().toCompletableFuture());
        wire.freeze();

        assertPasses(connection.query("select 1").execute().toCompletionStage().toCompletableFuture());
    }

    @Test
    void of_ones_own_ends_though_nobody_asks_anything_and_is_told_to_be_lost() {
        AtomicInteger lost = new AtomicInteger();
        connections.own(_ -> lost.incrementAndGet()).await().atMost(SOON);
        wire.freeze();

        until(() -> lost.get() == 1);
    }

    @Test
    void of_ones_own_stays_while_the_server_answers() {
        AtomicInteger lost = new AtomicInteger();
        var own = connections.own(_ -> lost.incrementAndGet()).await().atMost(SOON);

        get(own.query("select pg_sleep(1.5)").execute().subscribeAsCompletionStage());
        get(own.query("select pg_sleep(1.5)").execute().subscribeAsCompletionStage());

        assertThat(lost).hasValue(0);
    }

    private static void assertPasses(CompletableFuture<?> hanging) {
        assertThatThrownBy(() ->
                        hanging.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .isNotInstanceOf(TimeoutException.class)
                .satisfies(failure -> assertThat(Failures.passes(failure)).isTrue());
    }

    private static <T> T get(CompletableFuture<T> soon) {
        return soon.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    private record Input(Database database, int port) implements PgPoolCreator.Input {
        @Override
        public Vertx vertx() {
            return Vertx.vertx();
        }

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(new PgConnectOptions()
                    .setHost("localhost")
                    .setPort(port)
                    .setDatabase(database.name())
                    .setUser(database.username())
                    .setPassword(database.password()));
        }
    }
}
