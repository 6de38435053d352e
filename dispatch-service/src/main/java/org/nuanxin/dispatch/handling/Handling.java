package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/**
 * The whole handling of one request at one moment.
 *
 * @param version how many events have been told of it
 * @param offers of the current search
 * @param alerts those that are not over
 * @param alertsRaised how many there have been
 */
public record Handling(
        Matter matter,
        long version,
        Status status,
        Search search,
        List<Offer> offers,
        @Nullable Assignment assignment,
        Closure closure,
        List<Alert> alerts,
        int alertsRaised,
        int reopenings,
        @Nullable Completion completion,
        @Nullable Outcome outcome) {

    /** A request before anything has been done about it; its first search is about to begin. */
    static Handling of(RequestSubmitted told, Policy policy) {
        Matter matter = Matter.of(told);
        Search none = Search.planned(
                matter.requestId(),
                0,
                SearchCause.SUBMISSION,
                policy.key(),
                told.at(),
                Set.of(),
                null,
                matter.placeAt(policy.alerts().desk()));
        Closure closure = Closure.opened(matter, policy);
        return new Handling(matter, 0, Status.WAITING, none, List.of(), null, closure, List.of(), 0, 0, null, null);
    }

    /** Who answers for it now: the subject who holds it, or the place whose duty desk does. */
    public String responsible() {
        return assignment == null ? search.desk() : assignment.holder().subject();
    }

    /** When the next of its clocks runs out, null where none runs. */
    public @Nullable Instant dueAt() {
        if (!status.isOpen()) return null;
        Instant closureDue = closure.clock().dueAt();
        if (!search.isUnanswered()) return closureDue;
        Instant responseDue = search.clock().dueAt();
        return responseDue.isBefore(closureDue) ? responseDue : closureDue;
    }
}
