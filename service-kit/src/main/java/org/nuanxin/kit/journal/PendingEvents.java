package org.nuanxin.kit.journal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Pending;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.UnitOfWork;
import org.nuanxin.kit.transactions.Write;

/** The events of one transaction: journal rows and their ids to be sent, by one statement. */
final class PendingEvents implements Pending {
    // The identity is drawn here, when the aggregates' row locks are held: never from a pooled sequence, never earlier.
    private static final String APPEND = """
            with appended as (
                insert into journal (event_id, topic, key, type, subject, at, payload, trace)
                select event_id, topic, key, type, subject, at, payload, trace
                from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
                    with ordinality as e(event_id, topic, key, type, subject, at, payload, trace, place)
                order by place
                returning id)
            insert into journal_unsent (id) select id from appended
            """;

    // a broker takes a megabyte, headers included, and a character may need three bytes
    private static final int LONGEST = 300_000;

    private record Row(
            UUID id, Event event, String payload, @Nullable String trace) {}

    private final Relay relay;
    private final List<Row> rows = new ArrayList<>();

    PendingEvents(Relay relay) {
        this.relay = relay;
    }

    void add(Event event, UnitOfWork unit) {
        String led = unit.traceOf(event.subject());
        String payload = payload(event, unit);
        rows.add(new Row(Ids.next(unit.now()), event, payload, led == null ? Trace.current() : led));
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public Write write() {
        return Write.of(
                APPEND,
                rows.stream().map(Row::id).toArray(UUID[]::new),
                texts(row -> Topic.of(row.event()).topicName()),
                texts(row -> row.event().key()),
                texts(row -> row.event().getClass().getSimpleName()),
                texts(row -> row.event().subject()),
                rows.stream().map(row -> Sql.time(row.event().at())).toArray(OffsetDateTime[]::new),
                texts(Row::payload),
                texts(Row::trace));
    }

    @Override
    public void committed() {
        relay.wake();
    }

    /** What the broker would refuse for ever would stop the relay for ever: it is refused here. */
    private static String payload(Event event, UnitOfWork unit) {
        String payload = unit.textOf(event, EventJson::write);
        if (payload.length() > LONGEST) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " is too long for Kafka");
        }
        return payload;
    }

    private @Nullable String[] texts(Function<Row, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
