package org.nuanxin.dispatch.block;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.volunteers.VolunteerReader;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

/** Who is kept apart from whom. It holds for both sides, whoever of them wished it; nobody is told of the other's wish. */
@ApplicationScoped
class Blocks {
    private static final String PUT = """
            insert into block (subject, other, reason, blocked_at) values ($1, $2, $3, $4)
            on conflict (subject, other) do update set reason = excluded.reason
            """;

    private final Transactions transactions;
    private final Sql sql;
    private final VolunteerReader volunteers;

    Blocks(Transactions transactions, Sql sql, VolunteerReader volunteers) {
        this.transactions = transactions;
        this.sql = sql;
        this.volunteers = volunteers;
    }

    /** Somebody whom the caller has blocked; the reason is the caller's own code. */
    public record Block(String subject, @Nullable String reason, Instant since) {
        static Block of(SqlRow row) {
            return new Block(row.text(0), row.textOrNull(1), row.instant(2));
        }
    }

    Uni<List<Block>> of(String subject) {
        return transactions.read(() -> sql.query(
                Block::of, "select other, reason, blocked_at from block where subject = $1 order by other", subject));
    }

    Uni<Void> put(String subject, String other, @Nullable String reason) {
        return transactions.run(now -> sql.update(PUT, subject, other, reason, now)
                .chain(() -> volunteers.readAgain(Set.of(subject, other), now)));
    }

    Uni<Void> remove(String subject, String other) {
        return transactions.run(now -> sql.update("delete from block where subject = $1 and other = $2", subject, other)
                .chain(() -> volunteers.readAgain(Set.of(subject, other), now)));
    }
}
