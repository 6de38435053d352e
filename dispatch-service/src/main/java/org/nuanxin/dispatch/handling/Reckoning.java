package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.handling.Entry.Carried;
import org.nuanxin.dispatch.handling.Entry.Paused;
import org.nuanxin.dispatch.handling.Entry.UnderPolicy;
import org.nuanxin.dispatch.policy.ClockRules;
import org.nuanxin.dispatch.policy.ClockRules.Warning;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.Clock;

/** What a ledger comes to by its policies: time granted, time used, and from these the moment at which it runs out. */
public final class Reckoning {
    private final Clock clock;
    private final Policies policies;
    private final Set<Integer> given = new HashSet<>();
    private Policy policy;
    private int round;
    private Duration beyond = Duration.ZERO;
    private Duration used = Duration.ZERO;
    private Duration usedBefore = Duration.ZERO;
    private Instant since;
    private Instant notBefore;
    private Instant dueAt;
    private boolean running;
    private boolean breached;
    private @Nullable Paused pause;
    private Duration paused = Duration.ZERO;
    private @Nullable String extension;

    Reckoning(Clock clock, int round, UnderPolicy first, Policies policies) {
        this.clock = clock;
        this.policies = policies;
        this.round = round;
        policy = policies.policy(first.policy());
        since = first.at();
        notBefore = first.at();
        dueAt = first.at();
        take(first);
    }

    static Reckoning of(Clock clock, int round, Ledger ledger, Policies policies) {
        List<Entry> entries = ledger.entries();
        Reckoning reckoning = new Reckoning(clock, round, (UnderPolicy) entries.getFirst(), policies);
        entries.stream().skip(1).forEach(reckoning::take);
        return reckoning;
    }

    void take(Entry entry) {
        count(entry);
        switch (entry) {
            case Entry.Started started -> run(started.from(), started.from());
            case Carried carried -> carry(carried);
            case Paused begun -> pause(begun);
            case Entry.Resumed resumed -> resume(resumed.at());
            case Entry.Extended extended -> extend(extended);
            case Entry.Rebooked rebooked -> run(rebooked.at(), rebooked.from());
            case Entry.Rebased rebased -> rebase(policies.policy(rebased.policy()));
            case Entry.Stopped stopped -> stop(stopped.at());
            case Entry.Reopened reopened -> reopen(reopened);
            case Entry.Warned warned -> given.add(warned.stage());
            case Entry.Breached ranOut -> breached = true;
        }
    }

    /** When it runs out; while it is paused, if the pause lasts to its end; once stopped, when it would have. */
    public Instant dueAt() {
        return dueAt;
    }

    /** How much of the time granted is then used. */
    public Duration used(Instant now) {
        return running && now.isAfter(since) ? used.plus(hours().between(since, now)) : used;
    }

    public Duration granted() {
        return rules().within().plus(beyond);
    }

    /** The warnings still to be given, by their stage. */
    public SortedMap<Integer, Instant> warnings() {
        SortedMap<Integer, Instant> pending = new TreeMap<>();
        for (int stage = 1; running && stage <= rules().warnings().size(); stage++) {
            Instant at =
                    hours().plus(since, atLeast(Duration.ZERO, threshold(stage).minus(used)));
            if (!given.contains(stage) && at.isBefore(dueAt)) pending.put(stage, at);
        }
        return pending;
    }

    Warning warning(int stage) {
        return rules().warnings().get(stage - 1);
    }

    public int round() {
        return round;
    }

    public Policy policy() {
        return policy;
    }

    public boolean isRunning() {
        return running;
    }

    public boolean isBreached() {
        return breached;
    }

    /** Whether a warning given still holds. */
    boolean isWarned() {
        return !given.isEmpty();
    }

    /** Has run out, whether or not that has been told yet. */
    boolean isOver(Instant now) {
        return breached || (running && !dueAt.isAfter(now));
    }

    boolean inTime(Instant now) {
        return !breached && !(running && now.isAfter(dueAt));
    }

    /** What it stands still for, null while it runs. */
    public @Nullable Paused pause() {
        return pause;
    }

    /** How long it has stood still altogether, but for a pause that lasts. */
    public Duration paused() {
        return paused;
    }

    /** Why it was extended last, null where it never was. */
    public @Nullable String extension() {
        return extension;
    }

    /** Marks say that time has passed; whatever else happens, the time until then has been used. */
    private void count(Entry entry) {
        if (entry instanceof Entry.Mark) return;
        used = used(entry.at());
        if (running && entry.at().isAfter(since)) since = entry.at();
    }

    private void carry(Carried carried) {
        round = carried.round();
        paused = carried.paused();
        extension = carried.extension();
        beyond = hours().between(carried.at(), carried.until()).minus(rules().within());
        run(carried.at(), carried.at());
    }

    private void pause(Paused begun) {
        pause = begun;
        running = false;
        since = later(begun.until(), notBefore);
        settle();
    }

    private void resume(Instant at) {
        endPause(at);
        run(at, notBefore);
    }

    private void stop(Instant at) {
        endPause(at);
        running = false;
    }

    private void endPause(Instant at) {
        if (pause != null) paused = paused.plus(Duration.between(pause.at(), at));
        pause = null;
    }

    private void extend(Entry.Extended extended) {
        Duration more = hours().between(later(extended.at(), notBefore), extended.until());
        beyond = used.plus(more).minus(rules().within());
        extension = extended.reason();
        nextRound();
        settle();
    }

    /** A warning given before is given again only where its moment has moved ahead. */
    private void rebase(Policy other) {
        policy = other;
        given.removeIf(
                stage -> stage > rules().warnings().size() || threshold(stage).compareTo(used) > 0);
        settle();
    }

    private void reopen(Entry.Reopened reopened) {
        policy = policies.policy(reopened.policy());
        Duration least = policy.closing().grantedAtReopening();
        beyond = beyond.plus(atLeast(Duration.ZERO, least.minus(granted().minus(used))));
        nextRound();
        run(reopened.at(), notBefore);
    }

    private void nextRound() {
        round++;
        usedBefore = used;
        given.clear();
        breached = false;
    }

    private void run(Instant at, Instant earliest) {
        notBefore = earliest;
        running = pause == null;
        since = later(pause == null ? at : pause.until(), earliest);
        settle();
    }

    private void settle() {
        dueAt = hours().plus(since, atLeast(Duration.ZERO, granted().minus(used)));
    }

    /** How much must have been used for a warning to be due. */
    private Duration threshold(int stage) {
        return usedBefore.plus(warning(stage).of(granted().minus(usedBefore)));
    }

    private ClockRules rules() {
        return policy.rules(clock);
    }

    private WorkCalendar hours() {
        return policy.hours(clock);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }
}
