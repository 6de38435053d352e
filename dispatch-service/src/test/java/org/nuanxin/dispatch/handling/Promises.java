package org.nuanxin.dispatch.handling;

import java.time.Duration;
import org.nuanxin.dispatch.policy.ClockRules;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.Urgency;

/** Policies that differ in what they promise, for tests. */
final class Promises {
    private Promises() {}

    static Policy of(Urgency urgency, int version, int responseMinutes, int closureHours) {
        Policy policy = DefaultPolicies.of(urgency);
        return new Policy(
                new PolicyKey("community-1:*:" + urgency, version),
                within(policy.response(), Duration.ofMinutes(responseMinutes)),
                within(policy.closure(), Duration.ofHours(closureHours)),
                policy.phases(),
                policy.calendars(),
                policy.searchLead(),
                policy.neighbourMetres(),
                policy.alerts(),
                policy.holding(),
                policy.closing(),
                policy.weights(),
                policy.limits());
    }

    private static ClockRules within(ClockRules rules, Duration within) {
        return new ClockRules(within, rules.warnings(), rules.breachTells());
    }
}
