package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * Set-based statements in PostgreSQL's own words, on the connection of the current session. Parameters are {@code $1, $2 …};
 * collections of one parameter are passed as arrays ({@code = any($1)}, {@code unnest($1::uuid[])}).
 *
 * <p>Hibernate Reactive's native queries cannot bind arrays of every type nor say what a column is; its connection can.
 */
@ApplicationScoped
public class Sql {
    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294276-12-31T23:59:59.999999Z");

    private final Mutiny.SessionFactory sessions;

    /** Open to tests, which ask PostgreSQL how it would go about a query. */
    protected Sql(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Rows of a query or of a statement with {@code returning}. */
    public Uni<List<SqlRow>> query(String statement, @Nullable Object... parameters) {
        return connection()
                .chain(connection ->
                        Uni.createFrom().completionStage(() -> connection.select(statement, bind(parameters))))
                .map(Sql::rows);
    }

    public <T> Uni<List<T>> query(Function<SqlRow, T> view, String statement, @Nullable Object... parameters) {
        return query(statement, parameters).map(rows -> rows.stream().map(view).toList());
    }

    /** How many rows a statement changed. */
    public Uni<Integer> update(String statement, @Nullable Object... parameters) {
        return connection()
                .chain(connection ->
                        Uni.createFrom().completionStage(() -> connection.update(statement, bind(parameters))));
    }

    /**
     * Sends all of it without waiting for an answer in between: one round trip. PostgreSQL carries it out in this order, each
     * statement seeing what those before it have done and locked; if one fails, so do all that follow it in the transaction, and
     * the first failure is told when all are answered.
     */
    public static Uni<Void> inOneTrip(List<? extends Uni<?>> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : first(Uni.combine().all().unis(statements).collectFailures().discardItems());
    }

    /** As {@link #inOneTrip(List)}; answers what the second does. */
    public static <T> Uni<T> inOneTrip(Uni<?> first, Uni<T> second) {
        return first(Uni.combine().all().unis(first, second).collectFailures().with((_, answer) -> answer));
    }

    private static <T> Uni<T> first(Uni<T> all) {
        return all.onFailure(CompositeException.class)
                .transform(failures -> failures.getCauses().getFirst());
    }

    /** Sends it at once, not when somebody waits for it. */
    static CompletableFuture<Void> send(ReactiveConnection connection, Write write) {
        try {
            return connection
                    .select(write.statement, write.parameters)
                    .thenAccept(answer -> write.answered(rows(answer)))
                    .toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public static UUID[] uuids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    public static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /**
     * What an instant is to PostgreSQL; also inside arrays.
     *
     * @throws ValueOutOfRange where PostgreSQL does not reach: before the year -4713 or after 294,276
     */
    public static OffsetDateTime time(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) throw new ValueOutOfRange(instant);
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    public static @Nullable OffsetDateTime[] times(Collection<? extends @Nullable Instant> instants) {
        return instants.stream().map(Sql::timeOrNull).toArray(OffsetDateTime[]::new);
    }

    private Uni<ReactiveConnection> connection() {
        Mutiny.Session session = sessions.getCurrentSession();
        if (session == null) {
            return Uni.createFrom().failure(new IllegalStateException("no session: use Transactions.run or .read"));
        }
        return Uni.createFrom().item(connection(session));
    }

    static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    static @Nullable Object[] bind(@Nullable Object[] parameters) {
        @Nullable Object[] bound = parameters.clone();
        for (int i = 0; i < bound.length; i++) {
            Object parameter = bound[i];
            if (parameter instanceof Instant instant) {
                bound[i] = time(instant);
            } else if (parameter instanceof Enum<?> constant) {
                bound[i] = constant.name();
            }
        }
        return bound;
    }

    static List<SqlRow> rows(ReactiveConnection.Result result) {
        List<SqlRow> rows = new ArrayList<>();
        result.forEachRemaining(columns -> rows.add(new SqlRow(columns)));
        return rows;
    }
}
