package org.nuanxin.kit.timers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Sets and cancels timers in the transaction of the use case: set and state commit together or not at all, and a cancelled
 * timer never fires. Whoever does so holds the row lock of the subject.
 */
@ApplicationScoped
public class Timers {
    private final Transactions transactions;
    private final Sql sql;
    private final TimerLoop loop;

    Timers(Transactions transactions, Sql sql, TimerLoop loop) {
        this.transactions = transactions;
        this.sql = sql;
        this.loop = loop;
    }

    /** Sets timers, or moves those that are set already. */
    public Uni<Void> set(Collection<Timer> timers) {
        return gather(pending -> timers.forEach(pending::set));
    }

    public Uni<Void> cancel(Collection<TimerKey> keys) {
        return gather(pending -> keys.forEach(pending::cancel));
    }

    /** Cancels every timer of the subjects, those set earlier in this transaction included; later ones may be set anew. */
    public Uni<Void> cancelAll(Collection<UUID> subjects) {
        return gather(pending -> subjects.forEach(pending::cancelAll));
    }

    /** What is set for a subject, by due time; for explanations and tests. */
    public Uni<List<Timer>> of(UUID subject) {
        return sql.query(
                row -> new Timer(row.uuid(0), row.text(1), row.instant(2)),
                "select subject, kind, due_at from timer where subject = $1 order by due_at, kind",
                subject);
    }

    private Uni<Void> gather(Consumer<PendingTimers> change) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() ->
                        change.accept(transactions.unit().gather(PendingTimers.class, () -> new PendingTimers(loop))));
    }
}
