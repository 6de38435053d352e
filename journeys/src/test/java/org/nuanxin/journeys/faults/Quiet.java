package org.nuanxin.journeys.faults;

import org.apache.kafka.common.KafkaException;

/** Nothing is on its way any more: what was recorded is sent, what was sent is taken in, what was due has fired. */
final class Quiet {
    private static final int LOOKS = 3;

    private final Rig rig;
    private final Told told;
    private int quietLooks;

    Quiet(Rig rig, Told told) {
        this.rig = rig;
        this.told = told;
    }

    /** Several looks in a row: between two of them nothing may begin again. */
    void await() {
        Wait.that("quiet", () -> {
            quietLooks = isQuiet() ? quietLooks + 1 : 0;
            return quietLooks >= LOOKS;
        });
    }

    private boolean isQuiet() {
        try {
            return rig.stores().stream().allMatch(Quiet::isQuiet) && told.lag() == 0;
        } catch (KafkaException notNow) {
            return false;
        }
    }

    private static boolean isQuiet(Store store) {
        return store.count("select count(*) from journal_unsent") == 0
                && store.count("select count(*) from timer where due_at < now()") == 0;
    }
}
