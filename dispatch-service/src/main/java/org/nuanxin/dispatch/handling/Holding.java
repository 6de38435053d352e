package org.nuanxin.dispatch.handling;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.nuanxin.events.DispatchEvent.CLOCK;
import static org.nuanxin.events.DispatchEvent.ENGINE;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.policy.HoldingRules;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.Holder;

/** How somebody comes to hold a request, says yes, and lets it go. */
final class Holding {
    static final Set<Cause> OF_THE_HOLDER = EnumSet.of(Cause.NOT_CONFIRMED, Cause.NOT_STARTED);

    private Holding() {}

    static void assign(
            Turn turn, Holder holder, @Nullable UUID offerId, boolean byHand, @Nullable ConfirmedBy yes, String by) {
        Search search = turn.search;
        Boolean inTime = yes == null ? null : turn.responseClock().inTime(turn.now);
        turn.load(holder, 1);
        turn.status = Status.ASSIGNED;
        turn.assignment = unconfirmed(turn, holder, offerId);
        turn.say((request, community, version) -> new RequestAssigned(
                request,
                community,
                version,
                search.id(),
                search.number(),
                holder,
                offerId,
                byHand,
                yes,
                inTime,
                by,
                turn.now));
        Asking.withdrawAll(turn, OfferEnd.TAKEN);
        if (yes != null) committed(turn, turn.assignment, yes, by);
    }

    /** A public matter goes back to its owner, who must say yes again. */
    static void returnTo(Turn turn, Holder owner) {
        assign(turn, owner, null, false, null, ENGINE);
    }

    static void confirm(Turn turn, ConfirmedBy how, String by) {
        Assignment assignment = Objects.requireNonNull(turn.assignment);
        Search search = turn.search;
        turn.say((request, community, version) -> new AssignmentConfirmed(
                request,
                community,
                version,
                search.id(),
                search.number(),
                assignment.holder(),
                how,
                turn.responseClock().inTime(turn.now),
                by,
                turn.now));
        committed(turn, assignment, how, by);
    }

    static boolean canHold(Turn turn, Holder holder) {
        if (holder.kind() == Holder.Kind.STAFF) {
            return turn.surroundings.isStaff(holder.subject(), turn.matter.placePath());
        }
        return turn.surroundings
                .helper(UUID.fromString(holder.id()))
                .filter(Helper::hasRoom)
                .filter(helper -> isFit(turn, helper))
                .isPresent();
    }

    /** The proof of the skill is good for when it is needed, and it is not their own matter. */
    static boolean isFit(Turn turn, Helper helper) {
        Matter matter = turn.matter;
        boolean skilled = matter.skill() == null || helper.masters(matter.skill(), matter.neededAt(turn.now));
        return skilled
                && helper.profile().verified()
                && !matter.parties().contains(helper.profile().subject())
                && !helper.isKeptApartFrom(matter.parties());
    }

    static void remind(Turn turn, Cause cause) {
        turn.assignment = Objects.requireNonNull(turn.assignment).reminded();
        var rules = turn.policy().alerts();
        Alerts.raise(turn, cause, cause == Cause.NOT_STARTED ? rules.deskMatter() : rules.desk());
    }

    /** Whoever was named by hand has not said yes: their desk looks on, on the clock that never stopped. */
    static void giveUpOnConfirmation(Turn turn) {
        letGo(turn, ReleaseCause.NO_SHOW, CLOCK);
        Searches.toDesk(turn, DeskCause.BY_HAND, turn.policy().alerts().desk());
    }

    /** Somebody else is looked for; whoever let it go is not asked again. */
    static void release(Turn turn, ReleaseCause cause, String by) {
        Holder holder = letGo(turn, cause, by);
        if (turn.search.isUnanswered()) {
            Searches.toDesk(turn, DeskCause.BY_HAND, turn.policy().alerts().desk());
            return;
        }
        SearchCause why = cause == ReleaseCause.NO_SHOW ? SearchCause.NO_SHOW : SearchCause.RELEASE;
        Searches.begin(turn, why, turn.now, withHolder(turn.search.excluded(), holder), null);
    }

    static Holder letGo(Turn turn, ReleaseCause cause, String by) {
        Holder holder = putDown(turn);
        turn.say((request, community, version) ->
                new AssignmentReleased(request, community, version, holder, cause, by, turn.now));
        return holder;
    }

    /** The request is no longer held, whatever is then said about it. */
    static Holder putDown(Turn turn) {
        Assignment assignment = Objects.requireNonNull(turn.assignment);
        turn.assignment = null;
        turn.load(assignment.holder(), -1);
        turn.offers()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .forEach(offer -> turn.put(offer.become(Offer.State.OVER)));
        Wishing.drop(turn);
        Alerts.end(turn, OF_THE_HOLDER);
        return assignment.holder();
    }

    /** Moves what is expected of the holder to when the help is now needed. */
    static Assignment expecting(Turn turn, Assignment assignment, ConfirmedBy how) {
        HoldingRules rules = turn.policy().holding();
        Instant from = turn.matter.neededAt(turn.now);
        return assignment.confirmed(
                how,
                turn.policy().window().plus(from, rules.startReminder()),
                turn.policy().window().plus(from, rules.noShow()),
                appointmentReminder(turn));
    }

    /** Before the appointment, but not at night: in the morning where that is soon enough, else the evening before. */
    private static @Nullable Instant appointmentReminder(Turn turn) {
        Appointment appointment = turn.matter.appointment();
        if (appointment == null) return null;
        Duration before = turn.policy().holding().appointmentReminder();
        Instant wanted = appointment.from().minus(before);
        Instant morning = turn.policy().window().openFrom(wanted);
        boolean soonEnough = morning.isBefore(appointment.from());
        Instant at = soonEnough ? morning : turn.policy().window().openBefore(wanted, before);
        return at.isAfter(turn.now) ? at : null;
    }

    /** A named human has committed: the response clock stops. */
    private static void committed(Turn turn, Assignment assignment, ConfirmedBy how, String by) {
        turn.search = turn.search.noting(new Entry.Stopped(turn.now, by)).answered(turn.now);
        turn.assignment = expecting(turn, assignment, how);
        Alerts.end(turn, Alerts.OF_RESPONSE);
    }

    private static Assignment unconfirmed(Turn turn, Holder holder, @Nullable UUID offerId) {
        HoldingRules rules = turn.policy().holding();
        return new Assignment(
                holder,
                offerId,
                turn.now,
                null,
                turn.later(rules.confirmReminder()),
                turn.later(rules.confirmWithin()),
                null);
    }

    private static Set<UUID> withHolder(Set<UUID> excluded, Holder holder) {
        return Stream.concat(excluded.stream(), volunteer(holder)).collect(toUnmodifiableSet());
    }

    static Stream<UUID> volunteer(Holder holder) {
        return holder.kind() == Holder.Kind.STAFF ? Stream.empty() : Stream.of(UUID.fromString(holder.id()));
    }
}
