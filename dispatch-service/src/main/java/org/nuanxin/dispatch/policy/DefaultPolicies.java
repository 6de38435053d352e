package org.nuanxin.dispatch.policy;

import static org.nuanxin.events.AlertEvent.AlertLevel.COMMUNITY;
import static org.nuanxin.events.AlertEvent.AlertLevel.GRID;
import static org.nuanxin.events.AlertEvent.AlertLevel.STREET;
import static org.nuanxin.events.DispatchEvent.PauseReason.WAITING_FOR_PARTS;
import static org.nuanxin.events.DispatchEvent.PauseReason.WAITING_FOR_RESIDENT;
import static org.nuanxin.events.DispatchEvent.PauseReason.WAITING_FOR_THIRD_PARTY;
import static org.nuanxin.events.DispatchEvent.PauseReason.WEATHER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.nuanxin.dispatch.policy.ClockRules.Warning;
import org.nuanxin.events.Urgency;

/** What holds where nobody has set anything: answered within 15 minutes, closed within 24 hours. */
public final class DefaultPolicies {
    private static final int EVERYBODY = PolicyCheck.MOST_PARALLEL;

    private static final ClockRules RESPONSE = new ClockRules(
            Duration.ofMinutes(15), List.of(new Warning(0.6, GRID), new Warning(0.8, COMMUNITY)), COMMUNITY);
    private static final ClockRules CLOSURE =
            new ClockRules(Duration.ofHours(24), List.of(new Warning(0.75, GRID), new Warning(0.9, COMMUNITY)), STREET);

    private static final List<Phase> PHASES = List.of(
            new Phase(Duration.ZERO, 3, Duration.ofMinutes(2), Reach.SERVING, null, 0.8),
            new Phase(Duration.ofMinutes(4), 4, Duration.ofMinutes(2), Reach.NEIGHBOURS, null, null),
            new Phase(Duration.ofMinutes(8), EVERYBODY, Duration.ofMinutes(2), Reach.COMMUNITY, GRID, null));

    private static final AlertRules ALERTS =
            new AlertRules(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(2), GRID, COMMUNITY);

    private static final ClosingRules CLOSING = new ClosingRules(
            Map.of(
                    WAITING_FOR_PARTS, Duration.ofDays(7),
                    WAITING_FOR_RESIDENT, Duration.ofDays(3),
                    WAITING_FOR_THIRD_PARTY, Duration.ofDays(7),
                    WEATHER, Duration.ofDays(2)),
            Duration.ofDays(7),
            Duration.ofHours(72),
            Duration.ofDays(7),
            Duration.ofHours(4));

    private static final HoldingRules SOON = new HoldingRules(
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(25));
    private static final HoldingRules TODAY = new HoldingRules(
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(60), Duration.ofHours(3));

    private static final PolicyParts URGENT = parts("default-urgent", "always", SOON);
    private static final PolicyParts ORDINARY = parts("default-ordinary", "daytime", TODAY);

    private DefaultPolicies() {}

    /** What is built in for every scope to stand on: it sets every part. */
    public static PolicyParts parts(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> URGENT;
            case ORDINARY -> ORDINARY;
        };
    }

    public static Policy of(Urgency urgency) {
        return new Layers(List.of(parts(urgency))).policy(NamedCalendars.BUILT_IN);
    }

    private static PolicyParts parts(String scope, String calendar, HoldingRules holding) {
        return new PolicyParts(
                new PolicyKey(scope, 0),
                RESPONSE,
                CLOSURE,
                PHASES,
                Hours.of(calendar),
                Duration.ofHours(4),
                1000,
                ALERTS,
                holding,
                CLOSING,
                Weights.USUAL,
                AlertLimits.USUAL);
    }
}
