package org.nuanxin.dispatch.candidates;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.dispatch.policy.Weights;
import org.nuanxin.events.Position;
import org.nuanxin.events.Urgency;

/**
 * What a search looks for.
 *
 * @param now when they would be asked
 * @param at when the help is needed: the beginning of an appointment, else now
 * @param notThese asked before in this search, or excluded from it
 * @param parties subjects whose own matter it is: the resident, the reporter, the beneficiary
 */
public record Wanted(
        String skill,
        Urgency urgency,
        String community,
        List<String> placePath,
        Position position,
        Reach reach,
        int neighbourMetres,
        Instant now,
        Instant at,
        ZoneId zone,
        Set<UUID> notThese,
        Set<String> parties,
        Weights weights,
        AlertLimits limits) {

    /** The same, but for somebody else than these. */
    public Wanted without(Set<UUID> others) {
        Set<UUID> all = Stream.concat(notThese.stream(), others.stream()).collect(toUnmodifiableSet());
        return new Wanted(
                skill,
                urgency,
                community,
                placePath,
                position,
                reach,
                neighbourMetres,
                now,
                at,
                zone,
                all,
                parties,
                weights,
                limits);
    }
}
