package org.nuanxin.kit.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;

/**
 * Tells other instances of this service, by NOTIFY on a connection of its own, what has changed. Changes are gathered while
 * one notification is under way: NOTIFY inside the business transactions would slow every write down.
 */
@ApplicationScoped
class OtherInstances {
    private static final String CHANNEL = "timeline";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    // PostgreSQL refuses payloads of 8,000 bytes; a line is a subject and a number
    private static final int LINES = 60;

    private final String me = UUID.randomUUID().toString();
    private final Pool pool;
    private final Loop loop;
    private final Map<String, Long> untold = new HashMap<>();
    private @Nullable PgConnection line;
    private ObjLongConsumer<String> listener = (subject, head) -> {};

    OtherInstances(Vertx vertx, Pool pool) {
        this.pool = pool;
        this.loop = new Loop("timeline signals", vertx, this::round);
    }

    void listen(ObjLongConsumer<String> newListener) {
        this.listener = newListener;
        loop.start();
    }

    void tell(Map<String, Long> heads) {
        synchronized (untold) {
            heads.forEach((subject, head) -> untold.merge(subject, head, Math::max));
        }
        loop.wake();
    }

    private Uni<Duration> round() {
        PgConnection open = line;
        return open == null ? connect() : notifyAll(open).replaceWith(LOOK_AGAIN);
    }

    private Uni<Duration> connect() {
        return pool.getConnection().chain(connection -> {
            PgConnection fresh = PgConnection.cast(connection);
            fresh.notificationHandler(notification -> hear(notification.getPayload()));
            fresh.closeHandler(() -> lose(fresh));
            return fresh.query("listen " + CHANNEL)
                    .execute()
                    .onFailure()
                    .call(fresh::close)
                    .invoke(() -> line = fresh)
                    .replaceWith(Duration.ZERO);
        });
    }

    @SuppressWarnings("ReferenceEquality") // this very connection, not one like it
    private void lose(SqlConnection lost) {
        if (line == lost) {
            line = null;
        }
    }

    private Uni<Void> notifyAll(PgConnection open) {
        List<Tuple> messages = messages();
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : open.preparedQuery("select pg_notify($1, $2)")
                        .executeBatch(messages)
                        .onFailure()
                        .call(open::close)
                        .replaceWithVoid();
    }

    private List<Tuple> messages() {
        List<String> lines;
        synchronized (untold) {
            lines = untold.entrySet().stream()
                    .map(change -> change.getKey() + " " + change.getValue())
                    .toList();
            untold.clear();
        }
        List<Tuple> messages = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += LINES) {
            String part = String.join("\n", lines.subList(i, Math.min(lines.size(), i + LINES)));
            messages.add(Tuple.of(CHANNEL, me + "\n" + part));
        }
        return messages;
    }

    private void hear(String message) {
        String[] lines = message.split("\n");
        if (lines[0].equals(me)) {
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            int space = lines[i].lastIndexOf(' ');
            listener.accept(lines[i].substring(0, space), Long.parseLong(lines[i].substring(space + 1)));
        }
    }
}
