package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.VolunteerIndex;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.experience.AnswerBook;
import org.nuanxin.dispatch.experience.AnswerBook.Kind;
import org.nuanxin.dispatch.experience.AnswerBook.Line;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.Event;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/** One request played through on the test's own time: timers fire when their time has come, loads are counted. */
class Play implements Surroundings {
    Instant now;
    final Map<TimerKey, Instant> timers = new HashMap<>();
    final List<Event> said = new ArrayList<>();
    final Map<UUID, Helper> helpers = new HashMap<>();
    final Map<AlertLevel, List<String>> roster = new HashMap<>(Map.of(
            AlertLevel.GRID, List.of("grid-worker-1"),
            AlertLevel.COMMUNITY, List.of("supervisor-1"),
            AlertLevel.STREET, List.of("street-supervisor-1")));
    private final Map<PolicyKey, Policy> policies = new HashMap<>();
    private @Nullable Policy newest;
    private final VolunteerIndex index = new VolunteerIndex();
    final AnswerBook answers = new AnswerBook();
    private @Nullable Handling handling;

    Play(Instant now) {
        this.now = now;
    }

    static Play at(Instant now) {
        return new Play(now);
    }

    Play with(Volunteers... volunteers) {
        for (Volunteers volunteer : volunteers) {
            Helper helper = volunteer.helper();
            helpers.put(helper.id(), helper);
            index.put(helper);
        }
        return this;
    }

    /** Somebody sets a policy: new rounds go by it. */
    Play set(Policy policy) {
        newest = policy;
        return this;
    }

    Play nobodyOnDutyAt(AlertLevel level) {
        roster.put(level, List.of());
        return this;
    }

    Play submit(RequestSubmitted submitted) {
        take(Engine.open(submitted, now, this));
        return this;
    }

    Play input(Input input) {
        take(Engine.decide(handling(), input, now, this));
        return this;
    }

    Play pass(Duration time) {
        return until(now.plus(time));
    }

    Play pass(int minutes) {
        return pass(Duration.ofMinutes(minutes));
    }

    /** Lets time pass; every timer fires at its moment. */
    Play until(Instant then) {
        for (var next = earliest(); next.isPresent() && !next.get().getValue().isAfter(then); next = earliest()) {
            fire(next.get().getKey());
        }
        now = then;
        return this;
    }

    void fire(TimerKey key) {
        Instant due = Objects.requireNonNull(timers.remove(key));
        if (due.isAfter(now)) now = due;
        take(Engine.decide(handling(), new Input.Due(key), now, this));
    }

    Handling handling() {
        return Objects.requireNonNull(handling);
    }

    Reckoning closure() {
        return handling().closureClock(this);
    }

    Reckoning response() {
        return handling().responseClock(this).orElseThrow();
    }

    Status status() {
        return handling().status();
    }

    <E extends Event> List<E> said(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends Event> E last(Class<E> type) {
        return said(type).getLast();
    }

    /** What has been said so far is of no interest to what follows. */
    Play fromHere() {
        said.clear();
        return this;
    }

    Offer offerTo(String volunteer) {
        return handling().offers().stream()
                .filter(offer -> offer.volunteer().subject().equals(volunteer))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    int held(String volunteer) {
        return Objects.requireNonNull(helpers.get(Volunteers.id(volunteer))).held();
    }

    List<String> thinking() {
        return handling().offers().stream()
                .filter(Offer::isOpen)
                .map(offer -> offer.volunteer().subject())
                .toList();
    }

    private Optional<Map.Entry<TimerKey, Instant>> earliest() {
        return timers.entrySet().stream()
                .min(Map.Entry.<TimerKey, Instant>comparingByValue()
                        .thenComparing(entry -> entry.getKey().kind())
                        .thenComparing(entry -> entry.getKey().which()));
    }

    private void take(Decision decision) {
        handling = decision.handling();
        said.addAll(decision.events());
        decision.cancelled().forEach(timers::remove);
        timers.putAll(decision.timers());
        decision.experiences().forEach(this::remember);
        decision.loads()
                .forEach((id, change) -> helpers.computeIfPresent(id, (same, known) -> {
                    Helper changed = known.holding(known.held() + change);
                    index.put(changed);
                    return changed;
                }));
    }

    private void remember(Experience experience) {
        helpers.computeIfPresent(experience.volunteerId(), (same, known) -> {
            Helper changed = known.with(known.standing().after(experience, now));
            index.put(changed);
            return changed;
        });
        if (!(experience instanceof Experience.Answered answered)) return;
        Line line = new Line(answered.volunteerId(), Kind.of(answered.serviceType(), now));
        answers.put(line, answers.counts(line, now).and(answered.answer()), now);
    }

    @Override
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        return answers.acceptance(volunteerId, serviceType, at);
    }

    @Override
    public Policy policyFor(Matter matter) {
        Policy policy = newest == null ? DefaultPolicies.of(matter.urgency()) : newest;
        policies.put(policy.key(), policy);
        return policy;
    }

    @Override
    public Policy policy(PolicyKey key) {
        return Objects.requireNonNull(policies.get(key));
    }

    @Override
    public List<String> onDuty(AlertLevel level, Matter matter) {
        return roster.getOrDefault(level, List.of());
    }

    @Override
    public boolean isStaff(String subject, List<String> placePath) {
        return roster.values().stream().anyMatch(subjects -> subjects.contains(subject));
    }

    @Override
    public Optional<Helper> helper(UUID volunteerId) {
        return Optional.ofNullable(helpers.get(volunteerId));
    }

    @Override
    public List<Candidate> candidates(Wanted wanted, int atMost) {
        return index.best(wanted, atMost);
    }
}
