package org.nuanxin.benchmarks.timers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.handling.Matter;
import org.nuanxin.dispatch.handling.Surroundings;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;

/** A city of many communities with somebody on duty in each, where no volunteer is free: what happens is clocks. */
public final class City implements Surroundings {
    static final int COMMUNITIES = 200;

    private static final Policy POLICY = DefaultPolicies.of(Urgency.URGENT);

    /** An urgent request of the n-th household: its clocks run by day and by night. */
    RequestSubmitted request(int n, Instant at) {
        UUID id = UUID.randomUUID();
        int community = n % COMMUNITIES;
        String resident = "resident-" + n;
        return new RequestSubmitted(
                id,
                community(community),
                1,
                "NX-" + id.toString().substring(0, 4) + "-" + id.toString().substring(9, 13),
                "lock-opening",
                HandledBy.VOLUNTEERS,
                "locksmith",
                Urgency.URGENT,
                Visibility.PERSONAL,
                List.of("bench-street", community(community), "bench-compound-" + community, grid(community)),
                new Position(30.7 + community / 1000.0, 121.3),
                5,
                false,
                null,
                resident,
                resident,
                null,
                null,
                false,
                "app",
                List.of("identity-verified"),
                at);
    }

    static String community(int n) {
        return "bench-community-" + n;
    }

    static String grid(int n) {
        return "bench-grid-" + n;
    }

    @Override
    public Policy policyFor(Matter matter) {
        return POLICY;
    }

    @Override
    public Policy policy(PolicyKey key) {
        return POLICY;
    }

    @Override
    public List<String> onDuty(AlertLevel level, Matter matter) {
        return switch (level) {
            case GRID -> List.of("worker-of-" + matter.placePath().getLast());
            case COMMUNITY -> List.of("supervisor-of-" + matter.community());
            case STREET -> List.of("supervisor-of-bench-street");
        };
    }

    @Override
    public boolean isStaff(String subject, List<String> placePath) {
        return false;
    }

    @Override
    public Optional<Helper> helper(UUID volunteerId) {
        return Optional.empty();
    }

    @Override
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        return 0;
    }

    @Override
    public List<Candidate> candidates(Wanted wanted, int atMost) {
        return List.of();
    }
}
