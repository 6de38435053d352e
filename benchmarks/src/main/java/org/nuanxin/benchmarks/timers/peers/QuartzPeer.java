package org.nuanxin.benchmarks.timers.peers;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
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

    @Override
    public void load() throws Exception {
        scheduler.clear();
        Set<Trigger> triggers = new HashSet<>();
        for (Due due : Due.all(database)) triggers.add(trigger(due.timer(), due.at()));
        scheduler.scheduleJobs(Map.of(JOB, triggers), true);
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
