package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.AlertEvent;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;

/** One decision in the making: the handling as it becomes, and what comes of it. It lives for one call of the engine. */
final class Turn {
    final Instant now;
    final Surroundings surroundings;
    final UUID requestId;
    Matter matter;
    Status status;
    Search search;

    @Nullable
    Assignment assignment;

    Ledger closure;
    Wishes wishes;
    int reopenings;

    @Nullable
    Completion completion;

    @Nullable
    Outcome outcome;

    private long version;
    private int alertsRaised;
    private final List<PastSearch> past = new ArrayList<>();
    private final Map<UUID, Offer> offers = new LinkedHashMap<>();
    private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<UUID, Offer> changedOffers = new LinkedHashMap<>();
    private final Map<UUID, Alert> changedAlerts = new LinkedHashMap<>();
    private final Map<UUID, Integer> loads = new LinkedHashMap<>();
    private final List<Experience> experiences = new ArrayList<>();

    Turn(Handling handling, Instant now, Surroundings surroundings) {
        this.now = now;
        this.surroundings = surroundings;
        matter = handling.matter();
        requestId = matter.requestId();
        version = handling.version();
        status = handling.status();
        search = handling.search();
        assignment = handling.assignment();
        closure = handling.closure();
        wishes = handling.wishes();
        alertsRaised = handling.alertsRaised();
        reopenings = handling.reopenings();
        completion = handling.completion();
        outcome = handling.outcome();
        past.addAll(handling.past());
        handling.offers().forEach(offer -> offers.put(offer.id(), offer));
        handling.alerts().forEach(alert -> alerts.put(alert.id(), alert));
    }

    /** The event as the version and the names of the request make it. */
    interface Saying {
        DispatchEvent of(UUID requestId, String community, long version);
    }

    void say(Saying saying) {
        events.add(saying.of(requestId, matter.community(), ++version));
    }

    void tell(AlertEvent event) {
        events.add(event);
    }

    /** The policy of the current round. */
    Policy policy() {
        return surroundings.policy(search.policy());
    }

    Reckoning closureClock() {
        return Reckoning.of(Clock.CLOSURE, 1, closure, surroundings);
    }

    Reckoning responseClock() {
        return Reckoning.of(Clock.RESPONSE, search.number(), search.ledger().orElseThrow(), surroundings);
    }

    /** Enters what was done to the closure clock. */
    Reckoning enter(Entry entry) {
        closure = closure.and(entry);
        return closureClock();
    }

    /** So much later, in hours in which people may be rung. */
    Instant later(Duration duration) {
        return policy().window().plus(now, duration);
    }

    Stream<Offer> offers() {
        return List.copyOf(offers.values()).stream();
    }

    @Nullable
    Offer offer(UUID id) {
        return offers.get(id);
    }

    void put(Offer offer) {
        offers.put(offer.id(), offer);
        changedOffers.put(offer.id(), offer);
    }

    /** A new search knows nothing of the offers before; of its clock the old one leaves the ledger. */
    void endSearch() {
        offers.clear();
        search.ledger().ifPresent(ledger -> past.add(new PastSearch(search.number(), ledger)));
    }

    Stream<Alert> alerts() {
        return List.copyOf(alerts.values()).stream();
    }

    @Nullable
    Alert alert(UUID id) {
        return alerts.get(id);
    }

    UUID nextAlertId() {
        return Ids.of(requestId, "alert", ++alertsRaised);
    }

    void put(Alert alert) {
        if (alert.state() == Alert.State.ENDED) alerts.remove(alert.id());
        else alerts.put(alert.id(), alert);
        changedAlerts.put(alert.id(), alert);
    }

    /** Counts what a volunteer holds; staff have no capacity to keep. */
    void load(Holder holder, int change) {
        if (holder.kind() != Holder.Kind.STAFF) loads.merge(UUID.fromString(holder.id()), change, Integer::sum);
    }

    void experience(Experience experience) {
        experiences.add(experience);
    }

    Handling handling() {
        return new Handling(
                matter,
                version,
                status,
                search,
                List.copyOf(past),
                List.copyOf(offers.values()),
                assignment,
                closure,
                wishes,
                List.copyOf(alerts.values()),
                alertsRaised,
                reopenings,
                completion,
                outcome);
    }

    Decision decided(Map<TimerKey, Instant> before) {
        Handling after = handling();
        Map<TimerKey, Instant> timers = Deadlines.of(after, surroundings);
        Map<TimerKey, Instant> set = new LinkedHashMap<>(timers);
        set.entrySet().removeIf(timer -> timer.getValue().equals(before.get(timer.getKey())));
        loads.values().removeIf(change -> change == 0);
        return new Decision(
                after,
                List.copyOf(events),
                List.copyOf(changedOffers.values()),
                List.copyOf(changedAlerts.values()),
                Map.copyOf(set),
                before.keySet().stream()
                        .filter(key -> !timers.containsKey(key))
                        .collect(Collectors.toUnmodifiableSet()),
                Map.copyOf(loads),
                List.copyOf(experiences));
    }
}
