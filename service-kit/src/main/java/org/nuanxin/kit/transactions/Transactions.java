package org.nuanxin.kit.transactions;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only way to open a transaction.
 *
 * <ul>
 *   <li>The work is handed the <em>database's</em> time when the transaction begins; no application clock decides anything. It is
 *       carried forward from what the database last said, and the database refuses the transaction where it is not the time:
 *       then it is tried again as below.
 *   <li>A call inside another joins it; a call inside a {@link #read} is refused.
 *   <li>Serialization failures and deadlocks (SQL states 40001, 40P01) are tried again, in a fresh session, {@value #ATTEMPTS}
 *       times in all: the work must therefore have no effect outside the database.
 *   <li>What the work has gathered (events, timers, timeline entries) or keeps for the end ({@link UnitOfWork#atTheEnd}) is written
 *       then, after all its row locks: the work itself does not see it.
 *   <li>Nothing is waited for that decides nothing: the begin is sent with the first statement, what is written at the end with
 *       the commit. Work that reads nothing takes one round trip.
 *   <li>Only after the commit are relay, timers and listeners woken.
 *   <li>Once begun it runs to its end, whether or not anybody still waits for it.
 * </ul>
 */
@ApplicationScoped
public class Transactions {
    private static final String UNIT = UnitOfWork.class.getName();
    private static final int ATTEMPTS = 10;

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final DatabaseTime time;

    @Inject
    Transactions(Mutiny.SessionFactory sessions, Vertx vertx) {
        this(sessions, vertx, new DatabaseTime(System::nanoTime));
    }

    Transactions(Mutiny.SessionFactory sessions, Vertx vertx, DatabaseTime time) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.time = time;
    }

    /** Runs the work in a transaction and commits it; if the work fails, all of it is rolled back and the failure passed on. */
    public <T> Uni<T> run(Function<Instant, Uni<T>> work) {
        return Contexts.onVertx(vertx, () -> {
            Optional<UnitOfWork> outer = current();
            return outer.isPresent() ? work.apply(outer.get().now()) : attempts(work, ATTEMPTS);
        });
    }

    /** As {@link #run}, but in a context of its own: it neither joins a surrounding transaction nor shares its session. */
    public <T> Uni<T> runApart(Function<Instant, Uni<T>> work) {
        return Contexts.apart(vertx, () -> run(work));
    }

    /** A session for reads, without a transaction: every statement sees what is committed when it starts. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return Contexts.onVertx(vertx, () -> sessions.withSession(session -> work.get()));
    }

    /** The session of the running transaction or read. */
    public Uni<Mutiny.Session> session() {
        Mutiny.Session session = sessions.getCurrentSession();
        return session == null
                ? Uni.createFrom().failure(new IllegalStateException("no session: use Transactions.run or .read"))
                : Uni.createFrom().item(session);
    }

    /** The running transaction. Fails with IllegalStateException outside one. */
    public UnitOfWork unit() {
        return current().orElseThrow(() -> new IllegalStateException("not in a transaction"));
    }

    private <T> Uni<T> attempts(Function<Instant, Uni<T>> work, int left) {
        return attempt(work)
                .onFailure(failure -> left > 1 && mayDoBetter(failure))
                .recoverWithUni(() -> attempts(work, left - 1));
    }

    private static boolean mayDoBetter(Throwable failure) {
        return Failures.lostARace(failure) || Bracket.timeWasRefused(failure);
    }

    private <T> Uni<T> attempt(Function<Instant, Uni<T>> work) {
        if (sessions.getCurrentSession() != null) {
            // it would see what the read has seen, and a second attempt what the first has changed
            return Uni.createFrom()
                    .failure(new IllegalStateException("a transaction inside a read: end the read first"));
        }
        UnitOfWork unit = new UnitOfWork();
        return sessions.withSession(session -> Bracket.open(Sql.connection(session), time)
                        .chain(bracket -> carryOut(work, session, unit, bracket)))
                .eventually(Transactions::end)
                .invoke(unit::committed);
    }

    private static <T> Uni<T> carryOut(
            Function<Instant, Uni<T>> work, Mutiny.Session session, UnitOfWork unit, Bracket bracket) {
        return Uni.createFrom()
                .deferred(() -> {
                    begin(unit, bracket.now());
                    return work.apply(bracket.now());
                })
                .call(session::flush)
                .call(() -> unit.check(Sql.connection(session)))
                .call(() -> bracket.commit(unit.writes()))
                .onFailure()
                .recoverWithUni(bracket::undo);
    }

    private static void begin(UnitOfWork unit, Instant now) {
        unit.begin(now);
        ContextLocals.put(UNIT, unit);
    }

    private static void end() {
        ContextLocals.remove(UNIT);
    }

    private static Optional<UnitOfWork> current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(UNIT) : Optional.empty();
    }
}
