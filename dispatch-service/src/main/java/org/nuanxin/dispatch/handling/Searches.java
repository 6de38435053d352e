package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.ENGINE;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchPlanned;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.DispatchEvent.WaitCause;
import org.nuanxin.events.Holder;

/** How a search begins, now or later, and how it comes to the duty desk. */
final class Searches {
    private Searches() {}

    /** @param from when it would begin if nothing had to be waited for; its clock counts from there */
    static void begin(Turn turn, SearchCause cause, Instant from, Set<UUID> excluded, @Nullable Holder owner) {
        Policy policy = turn.surroundings.policyFor(turn.matter);
        turn.endSearch();
        turn.search = Search.planned(
                turn.requestId,
                turn.search.number() + 1,
                cause,
                policy.key(),
                startOf(turn.matter, policy, from),
                excluded,
                owner,
                turn.matter.placeAt(policy.alerts().desk()));
        if (turn.search.startsAt().isAfter(turn.now)) plan(turn);
        else start(turn);
    }

    /** A person is named without anybody being asked: a search that was answered is over, one that waits begins now. */
    static void beginByHand(Turn turn) {
        Search search = turn.search;
        if (search.answeredAt() != null) {
            turn.endSearch();
            turn.search = Search.planned(
                    turn.requestId,
                    search.number() + 1,
                    SearchCause.RELEASE,
                    turn.surroundings.policyFor(turn.matter).key(),
                    turn.now,
                    search.excluded(),
                    null,
                    search.desk());
        }
        run(turn);
    }

    /** Looks again when a waiting search should begin, after what it depends on has changed. */
    static void replan(Turn turn) {
        Policy policy = turn.surroundings.policyFor(turn.matter);
        Instant startsAt = startOf(turn.matter, policy, turn.now);
        if (startsAt.equals(turn.search.startsAt())) return;
        turn.search = turn.search.startingAt(startsAt, policy.key());
        if (turn.search.startsAt().isAfter(turn.now)) plan(turn);
        else start(turn);
    }

    /** The search begins, by itself. */
    static void start(Turn turn) {
        run(turn);
        Holder owner = turn.search.owner();
        if (owner != null && Holding.canHold(turn, owner)) Holding.returnTo(turn, owner);
        else if (turn.reopenings >= 2)
            toDesk(
                    turn,
                    DeskCause.SECOND_REOPENING,
                    above(turn.policy().alerts().desk()));
        else if (turn.matter.forTheDesk()) {
            toDesk(turn, DeskCause.DUTY_DESK_MATTER, turn.policy().alerts().deskMatter());
        } else {
            turn.status = Status.SEARCHING;
            Asking.enter(turn, 0);
        }
    }

    /** The clock of the search runs, whoever then looks for a handler. */
    static void run(Turn turn) {
        Policy policy = turn.policy();
        Instant from = turn.search.startsAt().isBefore(turn.now) ? turn.search.startsAt() : turn.now;
        turn.search = turn.search.startedAt(from, Ledger.of(new Entry.Started(from, ENGINE, policy.key(), from)));
        Search search = turn.search;
        Instant responseDue = turn.responseClock().dueAt();
        turn.say((request, community, version) -> new SearchStarted(
                request,
                community,
                version,
                search.id(),
                search.number(),
                search.cause(),
                responseDue,
                turn.closureClock().dueAt(),
                ENGINE,
                turn.now));
    }

    /** The duty desk looks on, and is told unless an alert already says why. */
    static void toDesk(Turn turn, DeskCause cause, AlertLevel level) {
        String place = turn.matter.placeAt(level);
        turn.status = Status.MANUAL;
        turn.search = turn.search.atDesk(place);
        turn.say((request, community, version) ->
                new SearchHandedToDesk(request, community, version, turn.search.id(), place, cause, ENGINE, turn.now));
        if (cause != DeskCause.RESPONSE_BREACHED) Alerts.raise(turn, Cause.DESK_MATTER, level);
    }

    static AlertLevel above(AlertLevel level) {
        return level == AlertLevel.GRID ? AlertLevel.COMMUNITY : AlertLevel.STREET;
    }

    private static void plan(Turn turn) {
        Search search = turn.search;
        Policy policy = turn.policy();
        Appointment appointment = turn.matter.appointment();
        boolean night = policy.window().openFrom(turn.now).equals(search.startsAt());
        turn.status = Status.WAITING;
        turn.say((request, community, version) -> new SearchPlanned(
                request,
                community,
                version,
                search.id(),
                search.number(),
                appointment == null || night ? WaitCause.NIGHT : WaitCause.APPOINTMENT,
                search.startsAt(),
                policy.window().plus(search.startsAt(), policy.response().within()),
                turn.closureClock().dueAt(),
                ENGINE,
                turn.now));
    }

    private static Instant startOf(Matter matter, Policy policy, Instant from) {
        Appointment appointment = matter.appointment();
        if (appointment == null) return policy.window().openFrom(from);
        Instant due = policy.window()
                .openBefore(
                        appointment.from().minus(policy.searchLead()),
                        policy.response().within());
        return policy.window().openFrom(due.isAfter(from) ? due : from);
    }
}
