package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.dispatch.handling.Entry.UnderPolicy;
import org.nuanxin.events.Clock;

/**
 * Why a clock runs out when it does, step by step.
 *
 * @param dueAt when it runs out as things stand, or ran out
 */
public record ClockStory(Clock clock, int round, Instant dueAt, boolean breached, List<Step> steps) {

    /**
     * What was done to the clock, and how it then stood.
     *
     * @param used how much of its time had been used
     * @param granted how much it had altogether
     */
    public record Step(Entry entry, Duration used, Duration granted, Instant dueAt) {}

    static ClockStory of(Clock clock, int round, Ledger ledger, Policies policies) {
        List<Step> steps = new ArrayList<>();
        Reckoning reckoning =
                new Reckoning(clock, round, (UnderPolicy) ledger.entries().getFirst(), policies);
        for (Entry entry : ledger.entries()) {
            if (!steps.isEmpty()) reckoning.take(entry);
            steps.add(new Step(entry, reckoning.used(entry.at()), reckoning.granted(), reckoning.dueAt()));
        }
        return new ClockStory(clock, reckoning.round(), reckoning.dueAt(), reckoning.isBreached(), List.copyOf(steps));
    }
}
