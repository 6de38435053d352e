package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.TimerKey.Kind;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.MoveCause;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;

/** The rules that never bend, looked at from outside: what was said, the timers, the loads. */
final class Invariants {
    private static final Set<Kind> CLOCKS = EnumSet.of(
            Kind.SEARCH_START,
            Kind.RESPONSE_WARNING,
            Kind.RESPONSE_BREACH,
            Kind.CLOSURE_WARNING,
            Kind.CLOSURE_BREACH,
            Kind.PAUSE_END,
            Kind.ALERT);

    private final Play play;
    private final LedgerInvariants ledgers;
    private final Set<String> clockEvents = new HashSet<>();
    private final Map<Clock, Integer> rebases = new EnumMap<>(Clock.class);
    private final Map<String, Integer> asked = new HashMap<>();
    private int seen;
    private long version;
    private @Nullable Holder holder;
    private boolean repeated;
    private int wordsBefore;

    Invariants(Play play) {
        this.play = play;
        ledgers = new LedgerInvariants(play);
        play.helpers
                .values()
                .forEach(helper -> asked.put(
                        helper.id() + "/" + AlertLimits.since(play.now),
                        helper.standing().askedBy(play.now)));
    }

    @Nullable
    TimerKey earliest(Instant then) {
        return play.timers.entrySet().stream()
                .filter(timer -> !timer.getValue().isAfter(then))
                .min(Comparator.comparing((Map.Entry<TimerKey, Instant> timer) -> timer.getValue())
                        .thenComparing(timer -> timer.getKey().text()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Fires a timer and sees that nothing is dated before it was due. */
    void fire(TimerKey key) {
        Instant due = play.timers.getOrDefault(key, Instant.MAX);
        int before = play.said.size();
        play.fire(key);
        List<Event> said = play.said.subList(before, play.said.size());
        assertThat(said).allMatch(event -> !event.at().isBefore(due));
    }

    void before(Input input) {
        if (!(input instanceof Input.Answered(OfferAccepted accepted))) return;
        repeated = play.handling().offers().stream()
                .anyMatch(offer -> offer.id().equals(accepted.offerId()) && offer.state() == Offer.State.ACCEPTED);
        wordsBefore = words(accepted);
    }

    void after(Input input) {
        if (!(input instanceof Input.Answered(OfferAccepted accepted))) return;
        assertThat(words(accepted) - wordsBefore).isEqualTo(repeated ? 0 : 1);
    }

    void check() {
        for (; seen < play.said.size(); seen++) look(play.said.get(seen));
        Handling handling = play.handling();
        assertThat(handling.version()).isEqualTo(version);
        assertThat(play.timers).isEqualTo(Deadlines.of(handling, play));
        ledgers.check();
        assertThat(handling.assignment() == null ? null : handling.assignment().holder())
                .isEqualTo(holder);
        assertThat(handling.status().isHeld()).isEqualTo(holder != null);
        assertThat(handling.responsible()).isNotBlank();
        loads();
        timers(handling.status());
        noMoreThanItTakes(handling);
    }

    /** Whoever is asked last is needed: without them the phase would not be sure enough. */
    private void noMoreThanItTakes(Handling handling) {
        Double target = play.policy(handling.search().policy())
                .phases()
                .get(handling.search().phase())
                .target();
        List<Offer> open = handling.offers().stream().filter(Offer::isOpen).toList();
        if (target == null || open.isEmpty()) return;
        double nobody = open.subList(0, open.size() - 1).stream()
                .mapToDouble(Offer::unlikely)
                .reduce(1, (one, other) -> one * other);
        assertThat(1 - nobody).isLessThan(target);
    }

    private void loads() {
        play.helpers.values().forEach(helper -> {
            boolean holds = holder != null && holder.id().equals(helper.id().toString());
            assertThat(helper.held())
                    .isEqualTo(holds ? 1 : 0)
                    .isLessThanOrEqualTo(helper.profile().capacity());
        });
    }

    private void timers(Status status) {
        Set<TimerKey> keys = play.timers.keySet();
        if (status.isOpen()) assertThat(keys).anyMatch(key -> CLOCKS.contains(key.kind()));
        else if (status == Status.COMPLETED) assertThat(keys).containsExactly(TimerKey.of(Kind.AUTO_CLOSE));
        else assertThat(keys).isEmpty();
    }

    private void look(Event event) {
        assertThat(event.at()).isBeforeOrEqualTo(play.now);
        if (event instanceof DispatchEvent told) assertThat(told.version()).isEqualTo(++version);
        switch (event) {
            case RequestAssigned assigned -> {
                assertThat(holder).as("at most one holder").isNull();
                holder = assigned.holder();
            }
            case AssignmentReleased released -> holder = dropped(released.holder());
            case RequestCompleted completed -> holder = dropped(completed.holder());
            case ClockWarned warned ->
                once(warned.clock() + "/" + warned.round() + "/" + rebased(warned.clock()) + "/" + warned.stage());
            case DeadlineMoved moved
            when moved.cause() == MoveCause.REBASED -> rebases.merge(moved.clock(), 1, Integer::sum);
            case ClockBreached breached -> once(breached.clock() + "/" + breached.round());
            case OfferMade made -> askedOnce(made);
            case OfferLapsed lapsed -> once(lapsed.offerId().toString());
            default -> {}
        }
    }

    private int rebased(Clock clock) {
        return rebases.getOrDefault(clock, 0);
    }

    private @Nullable Holder dropped(Holder who) {
        assertThat(who).isEqualTo(holder);
        return null;
    }

    private void askedOnce(OfferMade made) {
        String night = made.volunteerId() + "/" + AlertLimits.since(made.at());
        assertThat(asked.merge(night, 1, Integer::sum)).isLessThanOrEqualTo(AlertLimits.USUAL.at(made.at()));
    }

    private void once(String clockEvent) {
        assertThat(clockEvents.add(clockEvent)).as("once: %s", clockEvent).isTrue();
    }

    private int words(OfferAccepted accepted) {
        return (int) play.said.stream()
                .filter(event -> switch (event) {
                    case RequestAssigned assigned -> accepted.offerId().equals(assigned.offerId());
                    case AcceptanceRejected rejected -> accepted.offerId().equals(rejected.offerId());
                    default -> false;
                })
                .count();
    }
}
