package org.nuanxin.kit.timeline;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Pending;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The entries of one transaction. The head row of a subject is locked until the commit, so numbers commit in their order. */
final class PendingEntries implements Pending {
    private static final String WRITE = """
            with entry as (
                select subject, event_id, type, at, data,
                       row_number() over (partition by subject order by place) as nth,
                       count(*) over (partition by subject) as many
                from unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) with ordinality
                    as e(subject, event_id, type, at, data, place)),
            head as (
                insert into timeline_head (subject, seq)
                select subject, count(*) from entry group by subject order by subject
                on conflict (subject) do update set seq = timeline_head.seq + excluded.seq
                returning subject, seq),
            written as (
                insert into timeline (subject, seq, event_id, type, at, data)
                select e.subject, h.seq - e.many + e.nth, e.event_id, e.type, e.at, e.data
                from entry e join head h on h.subject = e.subject)
            select subject, seq from head
            """;

    private record Entry(String subject, String type, Instant at, String data) {}

    private final Sql sql;
    private final Signals signals;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();

    PendingEntries(Sql sql, Signals signals) {
        this.sql = sql;
        this.signals = signals;
    }

    void add(String subject, String type, Instant at, String data) {
        entries.add(new Entry(subject, type, at, data));
    }

    /** Last: others wait for the head of a subject from here to the commit. */
    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Uni<Void> write() {
        return sql.query(
                        WRITE,
                        texts(Entry::subject),
                        entries.stream().map(entry -> Ids.next(entry.at())).toArray(UUID[]::new),
                        texts(Entry::type),
                        Sql.times(entries.stream().map(Entry::at).toList()),
                        texts(Entry::data))
                .invoke(rows -> rows.forEach(this::remember))
                .replaceWithVoid();
    }

    @Override
    public void committed() {
        signals.changed(heads);
    }

    private void remember(SqlRow row) {
        heads.put(row.text(0), row.longValue(1));
    }

    private String[] texts(Function<Entry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }
}
