package org.nuanxin.dispatch.dispatches;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Closure;
import org.nuanxin.dispatch.handling.Countdown;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Outcome;
import org.nuanxin.dispatch.handling.Search;
import org.nuanxin.dispatch.policy.PolicyKey;

/** One handling as whoever is responsible sees it: its search, both clocks, everybody who was asked, and why. */
public record DispatchDetail(
        @JsonUnwrapped DispatchView summary,
        SearchView search,
        @Nullable ClockView response,
        ClosureView closure,
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

    /** A round of a clock. */
    public record ClockView(int round, Instant startedAt, Instant dueAt, List<Instant> warnings, boolean breached) {
        static ClockView of(Countdown clock) {
            List<Instant> warnings =
                    clock.warnings().stream().map(Countdown.Mark::at).toList();
            return new ClockView(clock.round(), clock.startedAt(), clock.dueAt(), warnings, clock.breached());
        }
    }

    /** The closure clock and what was done to it. */
    public record ClosureView(
            @JsonUnwrapped ClockView clock,
            @Nullable PauseView pause,
            Duration pausedSoFar,
            @Nullable String extension) {
        static ClosureView of(Closure closure) {
            return new ClosureView(
                    ClockView.of(closure.clock()), PauseView.of(closure), closure.paused(), closure.extension());
        }
    }

    /** Why the clock stands still now. */
    public record PauseView(String reason, Instant since, Instant until) {
        static @Nullable PauseView of(Closure closure) {
            var pause = closure.pause();
            return pause == null ? null : new PauseView(Words.of(pause.reason()), pause.since(), pause.until());
        }
    }

    static DispatchDetail of(Handling handling, List<Offers.View> offers) {
        Search search = handling.search();
        return new DispatchDetail(
                DispatchView.of(handling),
                new SearchView(
                        search.number(),
                        Words.of(search.cause()),
                        search.startsAt(),
                        search.phase(),
                        search.policy(),
                        search.answeredAt()),
                search.response() == null ? null : ClockView.of(search.response()),
                ClosureView.of(handling.closure()),
                offers,
                handling.outcome());
    }
}
