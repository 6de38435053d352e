package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How late timers are that become due at a steady rate, from when they are due to when their effect commits. */
final class Lateness {
    private static final Duration PREPARATION = Duration.ofSeconds(15);

    // a deferred trigger runs when everything has been written and only the commit is left
    private static final String[] WATCH = {
        "create table if not exists bench.fired (subject text, at timestamptz, committed timestamptz)",
        "truncate bench.fired",
        """
        create or replace function bench.fired() returns trigger language plpgsql security definer as $$
        begin
            insert into bench.fired values (new.subject, new.at, clock_timestamp());
            return null;
        end $$
        """,
        "drop trigger if exists bench_fired on journal",
        """
        create constraint trigger bench_fired after insert on journal deferrable initially deferred for each row
        when (new.type in ('ClockWarned', 'ClockBreached')) execute function bench.fired()
        """
    };
    private static final String OF_ALL = "from bench.fired f join bench.due d on d.subject::text = f.subject";

    private final Database database;
    private final Population population;

    Lateness(Database database, Population population) {
        this.database = database;
        this.population = population;
    }

    /** In milliseconds. */
    record Result(double p50, double p99, double worst, long fired, long twice, long early) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%8.1f %8.1f %8.1f ms, fired %d, twice %d, early %d",
                    p50,
                    p99,
                    worst,
                    fired,
                    twice,
                    early);
        }
    }

    Result of(Contestant who, int perSecond, Duration during) throws SQLException, IOException, InterruptedException {
        int many = (int) (perSecond * during.toSeconds());
        population.clear();
        database.run(WATCH);
        Instant first = Instant.now().plus(PREPARATION).plusMillis(many / 2);
        population.due(many, n -> first.plusNanos(n * 1_000_000_000L / perSecond));
        who.load();
        who.start();
        if (Instant.now().isAfter(first))
            System.out.println("  the preparation took too long: the first timers are late");
        try {
            Thread.sleep(Duration.between(Instant.now(), first.plus(during).plus(Duration.ofSeconds(2))));
        } finally {
            who.stop();
            database.run("drop trigger bench_fired on journal");
        }
        return result();
    }

    private Result result() throws SQLException {
        return new Result(
                late(0.5),
                late(0.99),
                late(1),
                database.count("select count(*) " + OF_ALL),
                database.count("select count(*) - count(distinct f.subject) " + OF_ALL),
                database.count("select count(*) " + OF_ALL + " where f.at < d.due_at"));
    }

    /** Who has not fired yet is counted as late until now. */
    private double late(double part) throws SQLException {
        return database.number("""
                select percentile_disc(%s) within group (
                    order by extract(epoch from coalesce(f.committed, clock_timestamp()) - d.due_at) * 1000)
                from bench.due d left join bench.fired f on f.subject = d.subject::text
                """.formatted(part));
    }
}
