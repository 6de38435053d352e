package org.nuanxin.kit.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Pending;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/**
 * The entries of one transaction. The head row of a subject is locked until the commit, so numbers commit in their order. An
 * entry of two subjects is one row, with a number in the story of each.
 */
final class PendingEntries implements Pending {
    /** As PostgreSQL orders by collation "C": head rows are locked in this order. */
    private static final Comparator<String> BYTEWISE =
            Comparator.comparing(subject -> subject.getBytes(UTF_8), Arrays::compareUnsigned);

    // entries find the heads by their places among the subjects: a join of what is not a table would try every pair
    private static final String WRITE = """
            with head as (
                insert into timeline_head (subject, seq)
                select subject, many from unnest($1::text[], $2::int[]) with ordinality as s(subject, many, place) order by place
                on conflict (subject) do update set seq = timeline_head.seq + excluded.seq
                returning subject, seq),
            heads as (select array_agg(seq order by subject collate "C") as seqs from head),
            written as (
                insert into timeline (subject, seq, also, also_seq, type, at, data)
                select subject, seqs[place] - later, also, seqs[also_place] - also_later, type, at, data
                from heads, unnest($3::text[], $4::int[], $5::int[], $6::text[], $7::int[], $8::int[],
                        $9::text[], $10::timestamptz[], $11::text[])
                    as e(subject, place, later, also, also_place, also_later, type, at, data))
            select h.seq from heads, unnest(seqs) with ordinality as h(seq, place) order by place
            """;

    /** The how-manieth entry of a subject in this transaction. */
    private record Place(String subject, int nth) {}

    private record Entry(Place story, @Nullable Place also, String type, Instant at, String data) {}

    private final Signals signals;
    private final List<Entry> entries = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>(BYTEWISE);
    private final Map<String, Long> heads = new HashMap<>();

    PendingEntries(Signals signals) {
        this.signals = signals;
    }

    void add(List<String> subjects, String type, Instant at, String data) {
        for (int i = 0; i < subjects.size(); i += 2) {
            Place story = next(subjects.get(i));
            entries.add(new Entry(story, i + 1 < subjects.size() ? next(subjects.get(i + 1)) : null, type, at, data));
        }
    }

    private Place next(String subject) {
        return new Place(subject, counts.merge(subject, 1, Integer::sum));
    }

    /** Last: others wait for the head of a subject from here to the commit. */
    @Override
    public int turn() {
        return 3;
    }

    @Override
    public Write write() {
        List<String> subjects = List.copyOf(counts.keySet());
        Map<String, Integer> places = new HashMap<>();
        subjects.forEach(subject -> places.put(subject, places.size() + 1));
        return Write.of(
                        WRITE,
                        Sql.texts(subjects),
                        counts.values().toArray(Integer[]::new),
                        texts(entry -> entry.story().subject()),
                        numbers(Entry::story, story -> places.get(story.subject())),
                        numbers(Entry::story, this::later),
                        texts(entry ->
                                entry.also() == null ? null : entry.also().subject()),
                        numbers(Entry::also, also -> places.get(also.subject())),
                        numbers(Entry::also, this::later),
                        texts(Entry::type),
                        Sql.times(entries.stream().map(Entry::at).toList()),
                        texts(Entry::data))
                .telling(rows -> remember(subjects, rows));
    }

    @Override
    public void committed() {
        signals.changed(heads);
    }

    /** How many entries of its subject come after it. */
    private Integer later(Place place) {
        return counts.getOrDefault(place.subject(), 0) - place.nth();
    }

    private void remember(List<String> subjects, List<SqlRow> rows) {
        for (int i = 0; i < subjects.size(); i++)
            heads.put(subjects.get(i), rows.get(i).longValue(0));
    }

    private @Nullable String[] texts(Function<Entry, @Nullable String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    private @Nullable Integer[] numbers(
            Function<Entry, @Nullable Place> of, Function<Place, @Nullable Integer> column) {
        return entries.stream()
                .map(of)
                .map(place -> place == null ? null : column.apply(place))
                .toArray(Integer[]::new);
    }
}
