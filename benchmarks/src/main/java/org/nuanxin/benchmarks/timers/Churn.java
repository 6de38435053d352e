package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.nuanxin.kit.timers.TimerTable;

/** How large the table of timers becomes when very many are set and cancelled among those that stay. */
final class Churn {
    private static final int AT_ONCE = 1000;

    /** PostgreSQL counts what is dead, for autovacuum to know, only when a statement has ended. */
    private static final int TIMES_A_STATEMENT = 20;

    private final Database database;
    private final Population population;

    Churn(Database database, Population population) {
        this.database = database;
        this.population = population;
    }

    record Result(int live, int churned, long before, long after, Duration took) {
        double growth() {
            return after / (double) before;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d timers live: %d MB; after %d more set and cancelled in %d s: %d MB",
                    live,
                    before >> 20,
                    churned,
                    took.toSeconds(),
                    after >> 20);
        }
    }

    Result of(int live, int churned) throws SQLException, IOException {
        population.clear();
        population.pending(live);
        long before = size();
        long began = System.nanoTime();
        for (int done = 0; done < churned; done += AT_ONCE * TIMES_A_STATEMENT) database.run(setAndCancel());
        return new Result(live, churned, before, size(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** What the service sends, in transactions of a thousand timers, as fast as one connection can. */
    private static String setAndCancel() {
        return """
                do $do$
                declare
                    subjects uuid[];
                    kinds text[] := array_fill('RESPONSE_BREACH'::text, array[%1$d]);
                    due timestamptz[];
                    none_ids uuid[] := '{}'; none_texts text[] := '{}'; none_times timestamptz[] := '{}';
                begin
                    for i in 1..%2$d loop
                        select array_agg(gen_random_uuid()), array_agg(now() + interval '1 day' * random())
                            into subjects, due from generate_series(1, %1$d);
                        execute %3$s using none_ids, none_texts, none_ids, subjects, kinds, due;
                        commit;
                        execute %3$s using subjects, kinds, none_ids, none_ids, none_texts, none_times;
                        commit;
                    end loop;
                end $do$
                """.formatted(AT_ONCE, TIMES_A_STATEMENT, "$sql$" + TimerTable.CHANGE + "$sql$");
    }

    private long size() throws SQLException {
        return database.count("select pg_total_relation_size('timer')");
    }
}
