package org.nuanxin.benchmarks.timers.peers;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration.JobRunrConfigurationResult;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.states.ScheduledState;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.nuanxin.dispatch.handling.TimerKey;

/** JobRunr 8, polling as often as it may (every 5 s) and fetching as many scheduled jobs at once as are due in that time. */
final class JobRunrPeer implements Peer {
    private static final int AT_ONCE = 5000;

    private final DataSource database;
    private final StorageProvider storage;
    private final JobRequestScheduler jobs;
    private final BackgroundJobServer server;
    private boolean started;

    JobRunrPeer(DataSource database) {
        this.database = database;
        Effect effect = new Effect(database, this::change);
        this.storage = SqlStorageProviderFactory.using(database);
        BackgroundJobServerConfiguration settings =
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(Duration.ofSeconds(5))
                        .andScheduledJobsRequestSize(AT_ONCE)
                        .andWorkerCount(THREADS);
        JobRunrConfigurationResult configured = JobRunr.configure()
                .useStorageProvider(storage)
                .useJobActivator(new Activator(effect))
                .useBackgroundJobServer(settings, false)
                .initialize();
        this.jobs = configured.getJobRequestScheduler();
        this.server = configured.getBackgroundJobServer();
    }

    @Override
    public void load() throws Exception {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate jobrunr_jobs");
        }
        List<Job> all = Due.all(database).stream()
                .map(due -> new Job(new JobDetails(new Fire(due.timer())), new ScheduledState(due.at())))
                .toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            storage.save(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    @Override
    public void start() {
        if (started) server.resumeProcessing();
        else server.start();
        started = true;
    }

    @Override
    public void stop() {
        server.pauseProcessing();
    }

    /** In transactions of its own: it knows no other way. What has lost its reason is left to the engine, which ignores it. */
    private void change(Connection transaction, UUID request, Map<TimerKey, Instant> set, Set<TimerKey> cancelled) {
        set.forEach((key, at) -> jobs.schedule(at, new Fire(request + "/" + key.text())));
    }

    /** A timer. */
    public record Fire(String timer) implements JobRequest {
        @Override
        public Class<FireHandler> getJobRequestHandler() {
            return FireHandler.class;
        }
    }

    /** What it does. */
    public static final class FireHandler implements JobRequestHandler<Fire> {
        private final Effect effect;

        FireHandler(Effect effect) {
            this.effect = effect;
        }

        @Override
        public void run(Fire fire) {
            effect.fire(fire.timer());
        }
    }

    private record Activator(Effect effect) implements org.jobrunr.server.JobActivator {
        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(new FireHandler(effect));
        }
    }
}
