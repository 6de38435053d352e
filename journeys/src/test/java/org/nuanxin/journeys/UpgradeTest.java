package org.nuanxin.journeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A release: what the last version wrote is read by this one, and for a while both are at work. */
@EnabledIfSystemProperty(named = "journeys.earlier", matches = ".+")
class UpgradeTest {
    static final String EARLIER = System.getProperty("journeys.earlier");
    static final int REQUESTS = 40;

    final Stack stack = Stack.running();

    @Test
    void loses_nothing_while_old_and_new_work_side_by_side() throws Exception {
        Crowd before = new Crowd(REQUESTS).gathers();
        before.livesThrough(() -> {});
        Errands errands = new Errands();
        VolunteerApp helper = errands.helper("across");
        Resident resident = new Resident(4);
        String across = errands.askedBy(resident);
        helper.takes(across);
        helper.setsOff(across); // who has not by the end of the start would be asked where they are
        helper.arrives(across);

        stack.whileStopped(() -> {}, "--beside", EARLIER);

        before.everythingTookEffectOnce();
        helper.completes(across);
        resident.rates(across, "yes", 5);
        resident.awaits("closed", across);
        Crowd during = new Crowd(REQUESTS).gathers();
        during.livesThrough(() -> {});
        during.everythingTookEffectOnce();

        stack.whileStopped(() -> {});

        before.everythingTookEffectOnce();
        during.everythingTookEffectOnce();
    }
}
