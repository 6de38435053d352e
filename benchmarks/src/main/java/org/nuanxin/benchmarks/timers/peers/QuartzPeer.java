package org.nuanxin.benchmarks.timers.peers;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.nuanxin.dispatch.handling.TimerKey;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz 2.5 on its JDBC store, clustered, taking as many triggers at once as it has threads. */
final class QuartzPeer implements Peer {
    private static final JobDetail JOB =
            JobBuilder.newJob(Fire.class).withIdentity("sla").storeDurably().build();
    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private static final String[] TRIGGERS = {"""
        insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time,
            prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time, misfire_instr)
        select 'bench', subject || '/' || kind, 'DEFAULT', 'sla', 'DEFAULT', extract(epoch from due_at) * 1000,
            -1, 5, 'WAITING', 'SIMPLE', extract(epoch from due_at) * 1000, 0, 0
        from bench.due
        """, """
        insert into qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval, times_triggered)
        select sched_name, trigger_name, trigger_group, 0, 0, 0 from qrtz_triggers
        """, "analyze qrtz_triggers", "analyze qrtz_simple_triggers"};

    private final DataSource database;
    private final Scheduler scheduler;

    QuartzPeer(DataSource database) throws Exception {
        this.database = database;
        makeTables();
        DBConnectionManager.getInstance().addConnectionProvider("bench", new Provider(database));
        this.scheduler = new StdSchedulerFactory(settings()).getScheduler();
        scheduler.getContext().put("effect", new Effect(database, this::change));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "bench"),
                Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(THREADS)),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", String.valueOf(THREADS)),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.dataSource", "bench"),
                Map.entry("org.quartz.jobStore.isClustered", "true"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                Map.entry("org.quartz.jobStore.misfireThreshold", "3600000"),
                Map.entry("org.quartz.jobStore.useProperties", "true")));
        return settings;
    }

    private void makeTables() throws Exception {
        try (InputStream script = Objects.requireNonNull(Scheduler.class.getResourceAsStream(SCRIPT));
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set client_min_messages = error");
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** By the rows that its API would write one by one, which takes a minute for every ten thousand. */
    @Override
    public void load() throws Exception {
        scheduler.clear();
        scheduler.addJob(JOB, true);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TRIGGERS) statement.execute(sql);
        }
    }

    @Override
    public void start() throws SchedulerException {
        scheduler.start();
    }

    @Override
    public void stop() throws SchedulerException {
        scheduler.standby();
    }

    private static Trigger trigger(String timer, Instant at) {
        return TriggerBuilder.newTrigger()
                .withIdentity(timer)
                .forJob(JOB.getKey())
                .startAt(Date.from(at))
                .build();
    }

    /** In transactions of its own: it knows no other way outside an application server. */
    private void change(Connection transaction, UUID request, Map<TimerKey, Instant> set, Set<TimerKey> cancelled)
            throws SQLException {
        try {
            for (Map.Entry<TimerKey, Instant> timer : set.entrySet()) {
                scheduler.scheduleJob(trigger(request + "/" + timer.getKey().text(), timer.getValue()));
            }
            for (TimerKey key : cancelled) scheduler.unscheduleJob(TriggerKey.triggerKey(request + "/" + key.text()));
        } catch (SchedulerException e) {
            throw new SQLException(e);
        }
    }

    /** A timer that is due. */
    public static final class Fire implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                Effect effect = (Effect) Objects.requireNonNull(
                        context.getScheduler().getContext().get("effect"));
                effect.fire(context.getTrigger().getKey().getName());
            } catch (SchedulerException e) {
                throw new JobExecutionException(e);
            }
        }
    }

    private record Provider(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
