package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A context … */
class ContextsTest {
    Vertx vertx = Vertx.vertx();
    List<Context> seen = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void is_come_back_to_whoever_completes_what_was_waited_for() {
        CompletableFuture<String> awaited = new CompletableFuture<>();
        Uni<String> mine = Contexts.fresh(
                vertx,
                () -> note().chain(() -> {
                            var _ = vertx.getOrCreateContext(); // of the one who waits
                            Contexts.fresh(vertx, () -> note().invoke(() -> awaited.complete("done")))
                                    .subscribe()
                                    .with(_ -> {});
                            return Contexts.back(Uni.createFrom().completionStage(awaited));
                        })
                        .call(this::note));

        assertThat(mine.await().atMost(Duration.ofSeconds(5))).isEqualTo("done");

        assertThat(seen).hasSize(3);
        assertThat(seen.get(2)).isSameAs(seen.get(0)).isNotSameAs(seen.get(1));
    }

    @Test
    void is_come_back_to_after_work_apart() {
        Uni<String> mine = Contexts.fresh(
                vertx,
                () -> note().chain(() -> Contexts.apart(vertx, () -> note().replaceWith("done")))
                        .call(this::note));

        assertThat(mine.await().atMost(Duration.ofSeconds(5))).isEqualTo("done");

        assertThat(seen).hasSize(3);
        assertThat(seen.get(2)).isSameAs(seen.get(0)).isNotSameAs(seen.get(1));
    }

    private Uni<Void> note() {
        return Uni.createFrom().voidItem().invoke(() -> seen.add(Vertx.currentContext()));
    }
}
