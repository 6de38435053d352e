package org.nuanxin.journeys.faults;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/** Nothing is on its way any more: what was recorded is sent, what was sent is taken in, what was due has fired. */
final class Quiet {
    private static final int LOOKS = 3;

    private final Rig rig;
    private final Told told;
    private int quietLooks;
    private List<String> unrest = List.of();

    Quiet(Rig rig, Told told) {
        this.rig = rig;
        this.told = told;
    }

    /** Several looks in a row: between two of them nothing may begin again. */
    void await() {
        try {
            Wait.that("quiet", () -> {
                unrest = unrest();
                quietLooks = unrest.isEmpty() ? quietLooks + 1 : 0;
                return quietLooks >= LOOKS;
            });
        } catch (IllegalStateException inVain) {
            throw new IllegalStateException("not quiet: " + unrest, inVain);
        }
    }

    private List<String> unrest() {
        try {
            return Stream.concat(rig.stores().stream().flatMap(Quiet::unrest), told.unread())
                    .toList();
        } catch (KafkaException notNow) {
            return List.of(notNow.toString());
        }
    }

    private static Stream<String> unrest(Store store) {
        return Stream.of(
                        some(store, "unsent", "select count(*) from journal_unsent"),
                        some(store, "due", "select count(*) from timer where due_at < now()"))
                .filter(some -> !some.isEmpty());
    }

    private static String some(Store store, String what, String count) {
        long found = store.count(count);
        return found == 0 ? "" : "%d %s in %s".formatted(found, what, store.service());
    }
}
