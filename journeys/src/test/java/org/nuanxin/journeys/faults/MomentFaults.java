package org.nuanxin.journeys.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nuanxin.journeys.faults.Link.Way;

/** A process dies just between two things that belong together. */
final class MomentFaults {
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private MomentFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (String service : Rig.SERVICES) {
            faults.add(new Fault("killed-unsent-" + service, scene -> diesWith(scene, service, Way.THERE)));
            faults.add(new Fault("killed-unmarked-" + service, scene -> diesWith(scene, service, Way.BACK)));
        }
        faults.add(new Fault("killed-firing", MomentFaults::diesFiring));
        return faults;
    }

    /** What it has committed is not sent yet; or is sent, and it has not heard so. */
    private static void diesWith(Fault.Scene scene, String service, Way silent) {
        for (int times = 0; times < 2; times++) {
            Wait.pass(scene.chance().between(Duration.ZERO, A_WHILE));
            scene.rig().link(service + "-kafka").hold(EnumSet.of(silent));
            Wait.pass(scene.chance().between(Duration.ofMillis(300), A_WHILE));
            scene.rig().part(service).kill();
            scene.rig().link(service + "-kafka").breakAll();
            scene.rig().mend();
        }
    }

    /** Nobody can write into the journal: whatever fires has done everything but that when it dies. */
    private static void diesFiring(Fault.Scene scene) throws SQLException {
        for (int times = 0; times < 3; times++) {
            Wait.pass(scene.chance().between(Duration.ZERO, A_WHILE));
            Store store = scene.rig().store("dispatch");
            try (Connection connection = store.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table journal in share row exclusive mode");
                Wait.pass(scene.chance().between(Duration.ofSeconds(1), A_WHILE));
                scene.rig().part("dispatch").kill();
                connection.rollback();
            }
            scene.rig().mend();
        }
    }
}
