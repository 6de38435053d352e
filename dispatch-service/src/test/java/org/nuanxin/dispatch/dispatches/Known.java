package org.nuanxin.dispatch.dispatches;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.nuanxin.dispatch.volunteers.Volunteers;
import org.nuanxin.events.Holder;
import org.nuanxin.kit.transactions.Transactions;

/** Topics are not read in step: whoever is to be asked must be known before the request comes. */
public final class Known {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Known() {}

    public static void await(Holder... volunteers) {
        for (Holder volunteer : volunteers) {
            await(UUID.fromString(volunteer.id()));
        }
    }

    private static void await(UUID id) {
        Transactions transactions = Arc.container().instance(Transactions.class).get();
        Volunteers rows = Arc.container().instance(Volunteers.class).get();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !transactions
                        .read(() -> rows.find(Set.of(id)))
                        .await()
                        .atMost(SOON)
                        .isEmpty());
    }
}
