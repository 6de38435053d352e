package org.nuanxin.benchmarks.timers.peers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** {@code Peers <name> <jdbc url>}: does what its standard input says, a word a line, and ends with it. */
public final class Peers {
    /** Room for every worker, those who poll, and those who keep house. */
    private static final int CONNECTIONS = Peer.THREADS + 8;

    private Peers() {}

    public static void main(String[] arguments) throws Exception {
        HikariDataSource database = database(arguments[1]);
        Peer peer = named(arguments[0], database);
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            switch (word) {
                case "load" -> peer.load();
                case "start" -> peer.start();
                case "stop" -> stop(peer);
                default -> throw new IllegalArgumentException(word);
            }
            System.out.println("done " + word);
        }
        System.exit(0); // the schedulers' threads go on for ever
    }

    /** What is being done ends in less than this. */
    private static void stop(Peer peer) throws Exception {
        peer.stop();
        Thread.sleep(1000);
    }

    private static Peer named(String name, HikariDataSource database) throws Exception {
        return switch (name) {
            case "db-scheduler" -> new DbScheduler(database);
            case "jobrunr" -> new JobRunrPeer(database);
            case "quartz" -> new QuartzPeer(database);
            default -> throw new IllegalArgumentException("no peer is called " + name);
        };
    }

    private static HikariDataSource database(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url + "?reWriteBatchedInserts=true&prepareThreshold=1&preparedStatementCacheQueries=512");
        config.setUsername("postgres");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(CONNECTIONS);
        return new HikariDataSource(config);
    }
}
