package org.nuanxin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** However many rows there are, an index is asked and no table read from end to end, by … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotQueriesTest {
    @Inject
    ServiceDatabase database;

    @Inject
    Transactions transactions;

    @Inject
    Timeline timeline;

    @Inject
    Timers timers;

    @Inject
    Journal journal;

    @BeforeAll
    void many_rows() throws SQLException {
        database.execute(
                "insert into timeline (subject, seq, event_id, type, at, data)"
                        + " select 'hot-' || n % 500, n / 500, gen_random_uuid(), 'Nothing', now(), '{}' from generate_series(0, 49999) n");
        database.execute("insert into timeline_head select 'hot-' || n, 99 from generate_series(0, 49999) n");
        database.execute(
                "insert into timer (subject, kind, due_at)"
                        + " select gen_random_uuid(), 'HOT', now() + interval '1 day' + n * interval '1 s' from generate_series(0, 49999) n");
        database.execute(
                "insert into journal (event_id, topic, key, type, subject, at, payload)"
                        + " select gen_random_uuid(), 'hot', 'hot', 'Nothing', 'hot', now(), '{}' from generate_series(0, 49999) n");
        for (String table : List.of("timeline", "timeline_head", "timer", "journal"))
            database.execute("analyze " + table);
    }

    @AfterAll
    void as_before() throws SQLException {
        database.execute("delete from timeline where subject like 'hot-%'");
        database.execute("delete from timeline_head where subject like 'hot-%'");
        database.execute("delete from timer where kind = 'HOT'");
        database.execute("delete from journal where topic = 'hot'");
    }

    @Test
    void whoever_reads_a_timeline() {
        assertIndexed(
                "timeline",
                () -> assertThat(get(timeline.entries("hot-7", 40, 10))).hasSize(10));
    }

    @Test
    void whoever_asks_how_far_a_timeline_has_come() {
        assertIndexed(
                "timeline_head", () -> assertThat(get(timeline.head("hot-7"))).isEqualTo(99));
    }

    @Test
    void whoever_looks_for_what_is_due() {
        assertIndexed("timer", () -> {}); // the loop looks by itself
    }

    @Test
    void whoever_asks_for_the_timers_of_one() {
        assertIndexed("timer", () -> get(transactions.read(() -> timers.of(UUID.randomUUID()))));
    }

    @Test
    void the_relay() {
        RequestWithdrawn event = new RequestWithdrawn(UUID.randomUUID(), "community-1", 1, "resident-1", Instant.now());

        assertIndexed("journal", () -> get(transactions.run(now -> journal.append(event))));
    }

    /** What was read before is counted up to seconds later; but whoever reads from end to end does so each time. */
    private void assertIndexed(String table, Executable work) {
        until(() -> isIndexed(table, work));
    }

    private boolean isIndexed(String table, Executable work) throws SQLException {
        long byIndex = scans(table, "idx_scan");
        long endToEnd = scans(table, "seq_scan");
        assertThatCode(work::execute).doesNotThrowAnyException();
        until(() -> scans(table, "idx_scan") > byIndex);
        return scans(table, "seq_scan") == endToEnd;
    }

    /** As PostgreSQL counts them, a second later. */
    private long scans(String table, String kind) throws SQLException {
        return database.number("select " + kind + " from pg_stat_user_tables where relname = '" + table + "'");
    }
}
