package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.Holder;

/**
 * One round of looking for a handler (寻人派单).
 *
 * @param startsAt from which its clock and its phases count
 * @param response of the response clock (响应时限), null until it has begun
 * @param answeredAt when a named human committed
 * @param phase which stretch it is in
 * @param nextPhaseAt null in the last phase and at the desk
 * @param askAt when somebody is asked again apart from that, null where only answers lead to it
 * @param excluded volunteers who are not asked
 * @param owner to whom a public matter returns (首接负责)
 * @param desk the place whose duty desk answers for it
 */
public record Search(
        UUID id,
        int number,
        SearchCause cause,
        PolicyKey policy,
        Instant startsAt,
        @Nullable Ledger response,
        @Nullable Instant answeredAt,
        int phase,
        @Nullable Instant nextPhaseAt,
        @Nullable Instant askAt,
        Set<UUID> excluded,
        @Nullable Holder owner,
        String desk) {

    static Search planned(
            UUID requestId,
            int number,
            SearchCause cause,
            PolicyKey policy,
            Instant startsAt,
            Set<UUID> excluded,
            @Nullable Holder owner,
            String desk) {
        UUID id = Ids.of(requestId, "search", number);
        return new Search(id, number, cause, policy, startsAt, null, null, 0, null, null, excluded, owner, desk);
    }

    /** Empty until it has begun. */
    public Optional<Ledger> ledger() {
        return Optional.ofNullable(response);
    }

    boolean isUnanswered() {
        return response != null && answeredAt == null;
    }

    Search startingAt(Instant at, PolicyKey key) {
        return new Search(id, number, cause, key, at, null, null, 0, null, null, excluded, owner, desk);
    }

    Search startedAt(Instant at, Ledger clock) {
        return new Search(id, number, cause, policy, at, clock, null, 0, null, null, excluded, owner, desk);
    }

    Search noting(Entry entry) {
        Ledger longer =
                Objects.requireNonNull(response, "the search has not begun").and(entry);
        return new Search(
                id,
                number,
                cause,
                policy,
                startsAt,
                longer,
                answeredAt,
                phase,
                nextPhaseAt,
                askAt,
                excluded,
                owner,
                desk);
    }

    Search under(PolicyKey other) {
        return new Search(
                id,
                number,
                cause,
                other,
                startsAt,
                response,
                answeredAt,
                phase,
                nextPhaseAt,
                askAt,
                excluded,
                owner,
                desk);
    }

    Search answered(Instant now) {
        return new Search(id, number, cause, policy, startsAt, response, now, phase, null, null, excluded, owner, desk);
    }

    Search inPhase(int index, @Nullable Instant next) {
        return new Search(
                id, number, cause, policy, startsAt, response, answeredAt, index, next, null, excluded, owner, desk);
    }

    Search askingAt(@Nullable Instant at) {
        return new Search(
                id,
                number,
                cause,
                policy,
                startsAt,
                response,
                answeredAt,
                phase,
                nextPhaseAt,
                at,
                excluded,
                owner,
                desk);
    }

    /** Nobody else is asked. */
    Search atDesk(String place) {
        return new Search(
                id, number, cause, policy, startsAt, response, answeredAt, phase, null, null, excluded, owner, place);
    }
}
