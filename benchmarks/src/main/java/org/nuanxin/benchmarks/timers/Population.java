package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nuanxin.dispatch.dispatches.StateJson;
import org.nuanxin.dispatch.handling.Alert;
import org.nuanxin.dispatch.handling.Handling;

/** The rows of requests as the engine left them, and the timers that are to fire: the same for everybody who is measured. */
final class Population {
    private static final City CITY = new City();
    private static final int AT_ONCE = 5000;
    private static final Duration FAR_AWAY = Duration.ofHours(6);

    private final Database database;

    Population(Database database) {
        this.database = database;
    }

    /** People on duty, and a place for what is to become due. */
    void prepare() throws SQLException, IOException {
        database.run(
                "create schema if not exists bench",
                "create table if not exists bench.due (subject uuid, kind text, due_at timestamptz)",
                "grant usage on schema bench to public",
                "grant all on all tables in schema bench to public",
                "delete from staff where subject like '%-of-bench-%'");
        List<String> staff = new ArrayList<>(List.of("supervisor-of-bench-street,supervisor,{bench-street},t,"));
        for (int n = 0; n < City.COMMUNITIES; n++) {
            staff.add("supervisor-of-%1$s,supervisor,{%1$s},t,".formatted(City.community(n)));
            staff.add("worker-of-%1$s,grid-worker,{%1$s},t,".formatted(City.grid(n)));
        }
        database.copy("staff (subject, role, places, on_duty, language)", staff);
    }

    void clear() throws SQLException {
        database.run(
                "truncate dispatch, offer, alert, timer, journal, journal_unsent, timeline, timeline_head, bench.due");
    }

    /** Requests with one timer each that becomes due, not yet given to anybody. */
    void due(int many, IntFunction<Instant> at) throws SQLException, IOException {
        for (int from = 0; from < many; from += AT_ONCE) {
            int to = Math.min(many, from + AT_ONCE);
            List<Story> stories = new ArrayList<>();
            List<String> due = new ArrayList<>();
            for (int n = from; n < to; n++) {
                Story story = Sla.due(n, at.apply(n));
                stories.add(story);
                due.add(story.requestId() + "," + Sla.of(n).kind() + "," + at.apply(n));
            }
            write(stories);
            database.copy("bench.due", due);
        }
        settle();
    }

    /** Open requests whose timers, so many altogether, are all hours away. */
    void pending(int timers) throws SQLException, IOException {
        Instant begin = Instant.now().plus(FAR_AWAY);
        int written = 0;
        for (int n = 0; written < timers; n += AT_ONCE) {
            List<Story> stories = IntStream.range(n, n + AT_ONCE)
                    .mapToObj(i -> Story.of(CITY.request(i, begin), CITY))
                    .toList();
            List<String> rows = stories.stream()
                    .flatMap(Population::timers)
                    .limit(timers - written)
                    .toList();
            write(stories);
            database.copy("timer (subject, kind, due_at)", rows);
            written += rows.size();
        }
        settle();
    }

    private void settle() throws SQLException {
        database.run("vacuum analyze dispatch", "vacuum analyze alert", "vacuum analyze timer", "checkpoint");
    }

    private void write(List<Story> stories) throws SQLException, IOException {
        List<Handling> handlings = stories.stream().map(Story::handling).toList();
        database.copy(
                "dispatch (request_id, place_path, service_type, status, due_at, state)",
                handlings.stream().map(Population::dispatch).toList());
        database.copy(
                "alert (alert_id, request_id, cause, level, place_id, recipients, state, told_at)",
                handlings.stream().flatMap(Population::alerts).toList());
        database.copy(
                "timeline_head (subject, seq)",
                handlings.stream()
                        .map(row -> row.matter().requestId() + "," + row.version())
                        .toList());
    }

    private static String dispatch(Handling row) {
        return "%s,\"{%s}\",%s,%s,%s,\"%s\""
                .formatted(
                        row.matter().requestId(),
                        String.join(",", row.matter().placePath()),
                        row.matter().serviceType(),
                        row.status(),
                        row.dueAt(CITY),
                        StateJson.write(row).replace("\"", "\"\""));
    }

    private static Stream<String> alerts(Handling row) {
        return row.alerts().stream().map(alert -> alert(row, alert));
    }

    private static String alert(Handling row, Alert alert) {
        return "%s,%s,%s,%s,%s,\"{%s}\",%s,%s"
                .formatted(
                        alert.id(),
                        row.matter().requestId(),
                        alert.cause(),
                        alert.level(),
                        alert.placeId(),
                        String.join(",", alert.recipients()),
                        alert.state(),
                        alert.toldAt() == null ? "" : alert.toldAt());
    }

    private static Stream<String> timers(Story story) {
        return story.timers().entrySet().stream()
                .map(timer -> story.requestId() + "," + timer.getKey().text() + "," + timer.getValue());
    }
}
