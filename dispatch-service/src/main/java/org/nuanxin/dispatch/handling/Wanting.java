package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.Reach;

/** What a matter asks of whoever is to help. */
public final class Wanting {
    private Wanting() {}

    public static Wanted of(Matter matter, Policy policy, Reach reach, Instant now, Set<UUID> notThese) {
        return new Wanted(
                Objects.requireNonNull(matter.skill(), "a duty desk's matter asks no volunteer"),
                matter.urgency(),
                matter.community(),
                matter.placePath(),
                matter.position(),
                reach,
                policy.neighbourMetres(),
                now,
                matter.neededAt(now),
                policy.window().zone(),
                notThese,
                matter.parties(),
                policy.weights(),
                policy.limits());
    }
}
