package org.nuanxin.benchmarks.timers.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.nuanxin.dispatch.handling.TimerKey;

/**
 * db-scheduler 16 as its README says for high throughput on PostgreSQL: lock-and-fetch with limits 1.0 and 4.0. Its next timers are
 * written in the transaction of the effect; the one that has fired it removes itself, afterwards.
 */
final class DbScheduler implements Peer {
    private static final String TASK = "sla";
    private static final double LOWER = Double.parseDouble(System.getProperty("lower", "1.0"));
    private static final double UPPER = Double.parseDouble(System.getProperty("upper", "4.0"));
    private static final Duration POLL = Duration.ofMillis(Integer.getInteger("poll", 10));

    private static final String[] TABLE = {
        "drop table if exists scheduled_tasks",
        """
        create table scheduled_tasks (
            task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null,
            picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
            consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
            primary key (task_name, task_instance))
        """,
        "create index on scheduled_tasks (execution_time)",
        "create index on scheduled_tasks (last_heartbeat)",
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select 'sla', subject || '/' || kind, due_at, false, 1 from bench.due
        """,
        "analyze scheduled_tasks"
    };
    private static final String SET = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, ?, ?, false, 1)
            on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
            """;

    private final DataSource database;
    private final Scheduler scheduler;

    DbScheduler(DataSource database) {
        this.database = database;
        Effect effect = new Effect(database, DbScheduler::change);
        OneTimeTask<Void> task = Tasks.oneTime(TASK).execute((instance, context) -> effect.fire(instance.getId()));
        this.scheduler = Scheduler.create(database, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(LOWER, UPPER)
                .pollingInterval(POLL)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    @Override
    public void load() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLE) statement.execute(sql);
        }
    }

    @Override
    public void start() {
        if (scheduler.getSchedulerState().isStarted()) scheduler.resume();
        else scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.pause();
    }

    private static void change(
            Connection transaction, UUID request, Map<TimerKey, Instant> set, Set<TimerKey> cancelled)
            throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(SET)) {
            for (Map.Entry<TimerKey, Instant> timer : set.entrySet()) {
                statement.setString(1, TASK);
                statement.setString(2, request + "/" + timer.getKey().text());
                statement.setObject(3, Effect.time(timer.getValue()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        if (!cancelled.isEmpty()) cancel(transaction, request, cancelled);
    }

    private static void cancel(Connection transaction, UUID request, Set<TimerKey> cancelled) throws SQLException {
        String sql = "delete from scheduled_tasks where task_name = ? and task_instance = any(?)";
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setString(1, TASK);
            Object[] instances =
                    cancelled.stream().map(key -> request + "/" + key.text()).toArray();
            statement.setArray(2, transaction.createArrayOf("text", instances));
            statement.executeUpdate();
        }
    }
}
