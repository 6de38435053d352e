package org.nuanxin.kit.timeline;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
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
import org.nuanxin.kit.transactions.Connections;
import org.nuanxin.kit.transactions.Loop;

/**
 * Tells other instances of this service, by NOTIFY on a connection of its own, what has changed. Changes are gathered while
 * one notification is under way: NOTIFY inside the business transactions would slow every write down.
 */
@ApplicationScoped
class OtherInstances {
    private static final String CHANNEL = "timeline";
    // the first change is told at once, those right behind it together
    private static final Duration GATHERING = Duration.ofMillis(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    // PostgreSQL refuses payloads of 8,000 bytes; subjects are ASCII as a rule, and need no more than two bytes a
    // character
    private static final int LONGEST_MESSAGE = 3_900;

    private final String me = UUID.randomUUID().toString();
    private final Connections connections;
    private final Loop loop;
    private final Map<String, Long> untold = new HashMap<>();
    private volatile @Nullable PgConnection line;
    private ObjLongConsumer<String> listener = (subject, head) -> {};

    OtherInstances(Vertx vertx, Connections connections) {
        this.connections = connections;
        this.loop = new Loop("timeline signals", vertx, this::round);
    }

    void listen(ObjLongConsumer<String> newListener) {
        this.listener = newListener;
        loop.start();
    }

    void stop() {
        loop.stop(this::hangUp);
    }

    private void hangUp() {
        PgConnection held = line;
        line = null;
        if (held != null) {
            held.close().subscribe().with(_ -> {}, _ -> {});
        }
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
        return connections
                .own(this::ended)
                .chain(fresh -> fresh.notificationHandler(notification -> hear(notification.getPayload()))
                        .query("listen " + CHANNEL)
                        .execute()
                        .onFailure()
                        .call(fresh::close)
                        .invoke(() -> line = fresh)
                        .replaceWith(Duration.ZERO));
    }

    private void ended(PgConnection connection) {
        if (connection.equals(line)) {
            line = null;
            loop.wake();
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
                        .onItem()
                        .delayIt()
                        .by(GATHERING)
                        .replaceWithVoid();
    }

    /** What is lost with a failing notification is found by the safety net of whoever waits for it. */
    private List<Tuple> messages() {
        List<Tuple> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder(me);
        for (Map.Entry<String, Long> change : taken().entrySet()) {
            String line = "\n" + change.getKey() + " " + change.getValue();
            if (message.length() + line.length() > LONGEST_MESSAGE) {
                messages.add(Tuple.of(CHANNEL, message.toString()));
                message = new StringBuilder(me);
            }
            message.append(line);
        }
        if (message.length() > me.length()) {
            messages.add(Tuple.of(CHANNEL, message.toString()));
        }
        return messages;
    }

    private Map<String, Long> taken() {
        synchronized (untold) {
            Map<String, Long> taken = new HashMap<>(untold);
            untold.clear();
            return taken;
        }
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
