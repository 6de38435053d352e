package org.nuanxin.dispatch.dispatches;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.handling.Decision;
import org.nuanxin.dispatch.handling.Engine;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.RuleBroken;
import org.nuanxin.events.Event;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.TimerKey;

/** What one transaction decides, one thing after another, each upon what came of the last. */
final class Decisions {
    private final Instant now;
    private final Scene scene;
    private final Set<UUID> known;
    private final Map<UUID, Handling> handlings;
    private final Map<UUID, Handling> changed = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<UUID, Offers.Of> offers = new LinkedHashMap<>();
    private final Map<UUID, AlertRows.Of> alerts = new LinkedHashMap<>();
    private final Map<TimerKey, Optional<Instant>> timers = new LinkedHashMap<>();
    private final Map<UUID, Integer> loads = new HashMap<>();
    private final List<Experience> experiences = new ArrayList<>();

    Decisions(Instant now, Scene scene, Map<UUID, Handling> handlings) {
        this.now = now;
        this.scene = scene;
        this.known = handlings.keySet();
        this.handlings = new HashMap<>(handlings);
    }

    void decide(List<Happening> happenings) {
        scene.match(
                happenings.stream()
                        .collect(groupingBy(
                                Happening::requestId, LinkedHashMap::new, mapping(Happening::input, toList()))),
                handlings,
                now);
        happenings.forEach(this::decide);
    }

    /** Each by itself: what a rule forbids of one is left out, and the others still happen. */
    void decideWherePossible(List<Happening> happenings) {
        happenings.forEach(this::decideIfPossible);
    }

    private void decideIfPossible(Happening happening) {
        try {
            decide(happening);
        } catch (RuleBroken forbidden) {
            // nothing has changed
        }
    }

    private void decide(Happening happening) {
        scene.turnTo(happening.requestId());
        Handling handling = handlings.get(happening.requestId());
        if (handling != null) {
            take(happening.requestId(), Engine.decide(handling, happening.input(), now, scene));
        } else if (happening.input() instanceof Input.Asked(RequestSubmitted submitted)) {
            take(happening.requestId(), Engine.open(submitted, now, scene));
        } else throw new UnknownRequest(happening.requestId());
    }

    private void take(UUID requestId, Decision decision) {
        handlings.put(requestId, decision.handling());
        changed.put(requestId, decision.handling());
        events.addAll(decision.events());
        decision.offers().forEach(offer -> offers.put(offer.id(), new Offers.Of(requestId, offer)));
        decision.alerts().forEach(alert -> alerts.put(alert.id(), new AlertRows.Of(requestId, alert)));
        decision.cancelled().forEach(timer -> timers.put(key(requestId, timer), Optional.empty()));
        decision.timers().forEach((timer, due) -> timers.put(key(requestId, timer), Optional.of(due)));
        decision.loads().forEach((id, change) -> loads.merge(id, change, Integer::sum));
        experiences.addAll(decision.experiences());
        scene.count(decision, now);
    }

    Collection<Handling> handlings() {
        return changed.values();
    }

    /** Those of requests that were unknown before. */
    List<Handling> opened() {
        return changed.values().stream()
                .filter(handling -> !known.contains(handling.matter().requestId()))
                .toList();
    }

    List<Handling> changed() {
        return changed.values().stream()
                .filter(handling -> known.contains(handling.matter().requestId()))
                .toList();
    }

    List<Event> events() {
        return events;
    }

    Collection<Offers.Of> offers() {
        return offers.values();
    }

    Collection<AlertRows.Of> alerts() {
        return alerts.values();
    }

    List<Timer> timersSet() {
        return timers.entrySet().stream()
                .flatMap(timer -> timer.getValue().stream()
                        .map(due -> new Timer(
                                timer.getKey().subject(), timer.getKey().kind(), due)))
                .toList();
    }

    List<TimerKey> timersCancelled() {
        return timers.entrySet().stream()
                .filter(timer -> timer.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Experience> experiences() {
        return experiences;
    }

    Map<UUID, Integer> loads() {
        loads.values().removeIf(change -> change == 0);
        return loads;
    }

    /** How much each volunteer concerned now holds. */
    Map<UUID, Integer> held() {
        Map<UUID, Integer> held = new HashMap<>();
        loads.keySet().stream()
                .flatMap(id -> scene.helper(id).stream())
                .forEach((Helper helper) -> held.put(helper.id(), helper.held()));
        return held;
    }

    private static TimerKey key(UUID requestId, org.nuanxin.dispatch.handling.TimerKey timer) {
        return new TimerKey(requestId, timer.text());
    }
}
