package org.nuanxin.journeys.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL ends without a farewell, is away while something is due, or has no room for one more. */
final class StoreFaults {
    private static final Duration SOON = Duration.ofSeconds(5);

    private StoreFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("postgres-restarted", StoreFaults::restarts),
                new Fault("postgres-away", StoreFaults::staysAway),
                new Fault("postgres-killed", StoreFaults::losesBackends),
                new Fault("postgres-locked", StoreFaults::exhaustsPools),
                new Fault("postgres-full-house", StoreFaults::takesEveryConnection));
    }

    private static void restarts(Fault.Scene scene) {
        for (int times = 0; times < 2; times++) {
            Wait.pass(scene.chance().between(Duration.ZERO, SOON));
            scene.rig().part("postgres").quit();
            Wait.pass(Duration.ofSeconds(2));
            awaitBack(scene);
        }
    }

    /** Across the due times of clocks, waits and alerts. */
    private static void staysAway(Fault.Scene scene) {
        Wait.pass(scene.chance().between(Duration.ZERO, SOON));
        scene.rig().linksTo("postgres").forEach(Link::cut);
        scene.rig().part("postgres").quit();
        Wait.pass(scene.chance().between(Duration.ofSeconds(8), Duration.ofSeconds(20)));
        awaitBack(scene);
        scene.rig().linksTo("postgres").forEach(Link::mend);
    }

    /** Sessions are ended in the middle of whatever they do, as after a failover or by an operator. */
    private static void losesBackends(Fault.Scene scene) {
        for (int times = 0; times < 10; times++) {
            Wait.pass(scene.chance().between(Duration.ofMillis(100), Duration.ofMillis(900)));
            Store store = scene.rig().store(scene.chance().oneOf(Rig.SERVICES));
            store.rows(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + store.service() + "'");
        }
    }

    /** Everybody waits for a lock, until no connection of the pool is left for anybody else. */
    private static void exhaustsPools(Fault.Scene scene) throws SQLException {
        for (String table : List.of("journal_unsent", "inbox", "timer")) {
            Wait.pass(scene.chance().between(Duration.ZERO, Duration.ofSeconds(2)));
            Store store = scene.rig().store(scene.chance().oneOf(Rig.SERVICES));
            try (Connection connection = store.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table " + table + " in access exclusive mode");
                Wait.pass(scene.chance().between(Duration.ofSeconds(3), Duration.ofSeconds(12)));
                connection.rollback();
            }
        }
    }

    private static void takesEveryConnection(Fault.Scene scene) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (boolean room = true; room; ) room = takes(scene, taken);
            Wait.pass(scene.chance().between(Duration.ofSeconds(4), Duration.ofSeconds(12)));
        } finally {
            for (Connection each : taken) each.close();
        }
    }

    /** Those of the services are ended, so that they must look for new ones. */
    private static boolean takes(Fault.Scene scene, List<Connection> taken) {
        try {
            Store store = scene.rig().store(Rig.SERVICES.get(taken.size() % Rig.SERVICES.size()));
            taken.add(store.connect());
            if (taken.size() % 10 == 0) {
                store.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + store.service()
                        + "' and state = 'idle'");
            }
            return true;
        } catch (SQLException | Store.Away full) {
            return false;
        }
    }

    private static void awaitBack(Fault.Scene scene) {
        Wait.that("PostgreSQL to be back", () -> scene.rig().store("intake").count("select 1") == 1);
    }
}
