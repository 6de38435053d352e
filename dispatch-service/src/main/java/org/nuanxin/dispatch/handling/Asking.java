package org.nuanxin.dispatch.handling;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.nuanxin.events.DispatchEvent.CLOCK;
import static org.nuanxin.events.DispatchEvent.ENGINE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.dispatch.experience.Experience.Asked;
import org.nuanxin.dispatch.policy.Phase;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;

/** Asks volunteers phase by phase: several at once, others when a wait is over, ever more widely. */
final class Asking {
    private Asking() {}

    static void enter(Turn turn, int index) {
        List<Phase> phases = turn.policy().phases();
        Instant next = index + 1 < phases.size()
                ? turn.policy()
                        .window()
                        .plus(turn.search.startsAt(), phases.get(index + 1).startAfter())
                : null;
        turn.search = turn.search.inPhase(index, next);
        ask(turn);
        Phase phase = phases.get(index);
        if (phase.tells() != null && turn.status == Status.SEARCHING) Alerts.raise(turn, Cause.WIDENED, phase.tells());
    }

    /** Asks until the phase is sure enough of a yes, or as many think about it as may; nobody is rung at night. */
    static void ask(Turn turn) {
        if (turn.status != Status.SEARCHING) return;
        turn.search = turn.search.askingAt(null);
        Instant open = turn.policy().window().openFrom(turn.now);
        if (open.isAfter(turn.now)) {
            turn.search = turn.search.askingAt(open);
            return;
        }
        Phase phase = phase(turn);
        askEnough(turn, phase);
        if (open(turn).findAny().isEmpty()) nobodyIsThinking(turn, phase);
    }

    private static void askEnough(Turn turn, Phase phase) {
        double nobody = open(turn).mapToDouble(Offer::unlikely).reduce(1, (one, other) -> one * other);
        int room = phase.parallel() - (int) open(turn).count();
        if (room < 1 || phase.isLikelyEnough(1 - nobody)) return;
        for (Candidate candidate : turn.surroundings.candidates(wanted(turn, phase.reach()), room)) {
            nobody *= offer(turn, candidate, phase).unlikely();
            if (phase.isLikelyEnough(1 - nobody)) return;
        }
    }

    static void lapse(Turn turn, UUID offerId) {
        Offer offer = Objects.requireNonNull(turn.offer(offerId));
        turn.put(offer.become(Offer.State.LAPSED));
        turn.experience(new Answered(offer.volunteerId(), turn.matter.serviceType(), Answer.SILENT));
        turn.say((request, community, version) ->
                new OfferLapsed(request, community, version, offerId, offer.volunteerId(), CLOCK, turn.now));
        ask(turn);
    }

    /** Tells everybody who could still accept that they no longer can. */
    static void withdrawAll(Turn turn, OfferEnd why) {
        turn.offers().filter(Offer::isAcceptable).forEach(offer -> {
            turn.put(offer.withdrawn(why));
            turn.say((request, community, version) -> new OfferWithdrawn(
                    request, community, version, offer.id(), offer.volunteerId(), why, ENGINE, turn.now));
        });
    }

    static Wanted wanted(Turn turn, Reach reach) {
        Policy policy = turn.policy();
        return Wanting.of(turn.matter, policy, reach, turn.now, spent(turn));
    }

    /** Wider at once, rather than waiting with nobody asked; in the end the duty desk. */
    private static void nobodyIsThinking(Turn turn, Phase phase) {
        if (turn.search.nextPhaseAt() != null) enter(turn, turn.search.phase() + 1);
        else if (turn.offers().noneMatch(Offer::isAcceptable)) {
            Searches.toDesk(turn, DeskCause.NO_CANDIDATE, turn.policy().alerts().desk());
        } else turn.search = turn.search.askingAt(Ticks.next(turn.matter.community(), turn.now, phase.offerWait()));
    }

    private static Offer offer(Turn turn, Candidate candidate, Phase phase) {
        int attempt = (int) turn.offers()
                .filter(offer -> offer.volunteerId().equals(candidate.id()))
                .count();
        double acceptance = turn.surroundings.acceptance(candidate.id(), turn.matter.serviceType(), turn.now);
        Instant until = turn.later(phase.offerWait());
        Offer offer = Offer.of(turn.search.id(), attempt, candidate, acceptance, turn.now, until);
        turn.put(offer);
        turn.experience(new Asked(candidate.id(), turn.policy().limits().at(turn.now)));
        turn.say((request, community, version) -> offer.made(turn.matter, candidate.helper(), version));
        return offer;
    }

    private static Set<UUID> spent(Turn turn) {
        Stream<UUID> asked = turn.offers().filter(Offer::spendsTheQuestion).map(Offer::volunteerId);
        return Stream.concat(asked, turn.search.excluded().stream()).collect(toUnmodifiableSet());
    }

    private static Stream<Offer> open(Turn turn) {
        return turn.offers().filter(Offer::isOpen);
    }

    private static Phase phase(Turn turn) {
        return turn.policy().phases().get(turn.search.phase());
    }
}
