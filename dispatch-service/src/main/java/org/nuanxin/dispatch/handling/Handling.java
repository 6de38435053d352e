package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/**
 * The whole handling of one request at one moment.
 *
 * @param version how many events have been told of it
 * @param past the searches before this one whose clocks have run
 * @param offers of the current search
 * @param closure of the closure clock (办结时限)
 * @param alerts those that are not over
 * @param alertsRaised how many there have been
 */
public record Handling(
        Matter matter,
        long version,
        Status status,
        Search search,
        List<PastSearch> past,
        List<Offer> offers,
        @Nullable Assignment assignment,
        Ledger closure,
        Wishes wishes,
        List<Alert> alerts,
        int alertsRaised,
        int reopenings,
        @Nullable Completion completion,
        @Nullable Outcome outcome) {

    /** What was kept before anything could be asked for, or searches were remembered, has none of it. */
    public Handling {
        past = past == null ? List.of() : past;
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

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
        Ledger closure = Ledger.of(new Entry.Started(
                matter.submittedAt(), DispatchEvent.ENGINE, policy.key(), matter.closureFrom(matter.submittedAt())));
        return new Handling(
                matter,
                0,
                Status.WAITING,
                none,
                List.of(),
                List.of(),
                null,
                closure,
                Wishes.NONE,
                List.of(),
                0,
                0,
                null,
                null);
    }

    /** Who answers for it now: the subject who holds it, or the place whose duty desk does. */
    public String responsible() {
        return assignment == null ? search.desk() : assignment.holder().subject();
    }

    /** The policies by which its clocks run, and the one of its search. */
    public Set<PolicyKey> policies() {
        return Stream.of(
                        Stream.of(search.policy()),
                        search.ledger().stream().flatMap(Ledger::policies),
                        past.stream().flatMap(over -> over.response().policies()),
                        closure.policies())
                .flatMap(keys -> keys)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Reckoning closureClock(Policies policies) {
        return Reckoning.of(Clock.CLOSURE, 1, closure, policies);
    }

    /** Empty until the search has begun. */
    public Optional<Reckoning> responseClock(Policies policies) {
        return search.ledger().map(ledger -> Reckoning.of(Clock.RESPONSE, search.number(), ledger, policies));
    }

    /** The story of each of its clocks: the response clock of each search, and the closure clock. */
    public List<ClockStory> clockStories(Policies policies) {
        Stream<PastSearch> current = search.ledger().stream().map(ledger -> new PastSearch(search.number(), ledger));
        Stream<ClockStory> response = Stream.concat(past.stream(), current)
                .map(one -> ClockStory.of(Clock.RESPONSE, one.number(), one.response(), policies));
        return Stream.concat(response, Stream.of(ClockStory.of(Clock.CLOSURE, 1, closure, policies)))
                .toList();
    }

    /** When the next of its clocks runs out, null where none runs. */
    public @Nullable Instant dueAt(Policies policies) {
        if (!status.isOpen()) return null;
        Instant closureDue = closureClock(policies).dueAt();
        return responseClock(policies)
                .filter(clock -> search.isUnanswered())
                .map(Reckoning::dueAt)
                .filter(responseDue -> responseDue.isBefore(closureDue))
                .orElse(closureDue);
    }
}
