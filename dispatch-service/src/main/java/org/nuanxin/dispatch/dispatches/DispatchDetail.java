package org.nuanxin.dispatch.dispatches;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Ledger;
import org.nuanxin.dispatch.handling.Outcome;
import org.nuanxin.dispatch.handling.Policies;
import org.nuanxin.dispatch.handling.Reckoning;
import org.nuanxin.dispatch.handling.Search;
import org.nuanxin.dispatch.policy.PolicyKey;

/** One handling as whoever is responsible sees it: its search, both clocks, what is asked for, everybody who was asked, and why. */
public record DispatchDetail(
        @JsonUnwrapped DispatchView summary,
        SearchView search,
        @Nullable ClockView response,
        ClosureView closure,
        WishesView wishes,
        List<Offers.View> offers,
        @Nullable Outcome outcome) {

    /** The current search. */
    public record SearchView(
            int number,
            String cause,
            Instant startsAt,
            int phase,
            PolicyKey policy,
            @Nullable Instant answeredAt) {}

    /** A round of a clock, and the warnings that are still to come. */
    public record ClockView(int round, Instant startedAt, Instant dueAt, List<Instant> warnings, boolean breached) {
        static ClockView of(Ledger ledger, Reckoning clock) {
            List<Instant> warnings = List.copyOf(clock.warnings().values());
            Instant startedAt = ledger.entries().getFirst().at();
            return new ClockView(clock.round(), startedAt, clock.dueAt(), warnings, clock.isBreached());
        }
    }

    /** The closure clock, what was done to it, and what is asked of it. */
    public record ClosureView(
            @JsonUnwrapped ClockView clock,
            @Nullable PauseView pause,
            Duration pausedSoFar,
            @Nullable String extension) {
        static ClosureView of(Ledger ledger, Reckoning clock) {
            return new ClosureView(ClockView.of(ledger, clock), PauseView.of(clock), clock.paused(), clock.extension());
        }
    }

    /** Why the clock stands still now. */
    public record PauseView(String reason, Instant since, Instant until) {
        static @Nullable PauseView of(Reckoning closure) {
            var pause = closure.pause();
            return pause == null ? null : new PauseView(Words.of(pause.reason()), pause.at(), pause.until());
        }
    }

    static DispatchDetail of(Handling handling, List<Offers.View> offers, Policies policies) {
        Search search = handling.search();
        return new DispatchDetail(
                DispatchView.of(handling, policies),
                new SearchView(
                        search.number(),
                        Words.of(search.cause()),
                        search.startsAt(),
                        search.phase(),
                        search.policy(),
                        search.answeredAt()),
                search.ledger()
                        .flatMap(ledger -> handling.responseClock(policies).map(clock -> ClockView.of(ledger, clock)))
                        .orElse(null),
                ClosureView.of(handling.closure(), handling.closureClock(policies)),
                WishesView.of(handling.wishes()),
                offers,
                handling.outcome());
    }
}
