package org.nuanxin.kit.transactions;

import static java.util.function.Predicate.not;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * A transaction on a connection. What opens it is sent, but not waited for, and what ends it is sent along with the last writes:
 * whoever reads nothing needs one round trip, as soon as the connection has prepared the statements.
 */
final class Bracket {
    // connections only read by themselves: where the begin fails, nothing that follows it is written
    private static final String BEGIN = "begin read write";
    private static final String ASK = "select clock_timestamp()";
    // refuses what is not the time, and all that is sent after it with it
    private static final String CHECK = "select time_is($1)";
    static final String REFUSED = "NX001";
    // a commit after a failure is a rollback to PostgreSQL, and no failure; a statement is one
    private static final List<Write> PROBE = List.of(Write.of("select"));

    private final ReactiveConnection connection;
    private final Instant now;
    private final CompletableFuture<?> opening;
    private boolean ending;

    private Bracket(ReactiveConnection connection, Instant now, CompletableFuture<?> opening) {
        this.connection = connection;
        this.now = now;
        this.opening = opening;
    }

    /** Opens one at the database's time, which it is asked for where it is not known. */
    static Uni<Bracket> open(ReactiveConnection connection, DatabaseTime time) {
        return Uni.createFrom()
                .deferred(() -> time.now()
                        .map(now -> Uni.createFrom().item(assuming(connection, now, time)))
                        .orElseGet(() -> asking(connection, time)));
    }

    private static Bracket assuming(ReactiveConnection connection, Instant now, DatabaseTime time) {
        CompletableFuture<Void> begun = begin(connection);
        CompletableFuture<Void> checked = connection
                .select(CHECK, new Object[] {Sql.time(now)})
                .whenComplete((_, failure) -> {
                    if (failure != null && timeWasRefused(failure)) time.forget();
                })
                .thenAccept(answer -> time.heard(Sql.rows(answer).getFirst().instant(0)))
                .toCompletableFuture();
        return new Bracket(connection, now, CompletableFuture.allOf(begun, checked));
    }

    private static Uni<Bracket> asking(ReactiveConnection connection, DatabaseTime time) {
        CompletableFuture<Void> begun = begin(connection);
        var asked = connection.select(ASK);
        return Uni.createFrom()
                .completionStage(asked)
                .map(answer -> Sql.rows(answer).getFirst().instant(0))
                .onFailure()
                .call(() -> rollback(connection))
                .invoke(time::heard)
                .map(now -> new Bracket(connection, now, begun));
    }

    private static CompletableFuture<Void> begin(ReactiveConnection connection) {
        return connection.executeUnprepared(BEGIN).toCompletableFuture();
    }

    /** Whether another try, which asks for the time, may succeed. */
    static boolean timeWasRefused(Throwable failure) {
        return Failures.is(failure, REFUSED);
    }

    Instant now() {
        return now;
    }

    /** Writes, in this order, and commits. */
    Uni<Void> commit(List<Write> writes) {
        List<Uni<?>> all = new ArrayList<>();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        sent.add(opening);
        all.add(Uni.createFrom().completionStage(opening));
        (writes.isEmpty() ? PROBE : writes)
                .forEach(write -> all.add(Uni.createFrom().completionStage(() -> {
                    CompletableFuture<Void> written = Sql.send(connection, write);
                    sent.add(written);
                    return written;
                })));
        all.add(Uni.createFrom().completionStage(() -> end(sent)));
        return Sql.inOneTrip(all);
    }

    /**
     * What could not even be sent is not known to PostgreSQL, which would commit the rest. A net for mistakes in a statement's
     * parameters, and one with a hole: at its first use on a connection a statement is looked at too late.
     */
    private CompletableFuture<Void> end(List<CompletableFuture<?>> sent) {
        boolean whole = sent.stream().allMatch(not(CompletableFuture::isCompletedExceptionally));
        ending = true;
        return connection.executeUnprepared(whole ? "commit" : "rollback").toCompletableFuture();
    }

    /** Takes everything back; fails with the cause of it all. */
    <T> Uni<T> undo(Throwable failure) {
        Uni<Void> back = ending ? Uni.createFrom().voidItem() : rollback(connection);
        return back.chain(() -> Uni.createFrom().failure(first(failure)));
    }

    /** A connection that cannot be told so is lost, and its transaction with it. */
    private static Uni<Void> rollback(ReactiveConnection connection) {
        return Uni.createFrom()
                .completionStage(() -> connection.executeUnprepared("rollback"))
                .onFailure()
                .recoverWithNull();
    }

    /** After what opens it has failed, everything else fails, too, and does not say why. */
    private Throwable first(Throwable failure) {
        return opening.isCompletedExceptionally() ? opening.exceptionNow() : failure;
    }
}
