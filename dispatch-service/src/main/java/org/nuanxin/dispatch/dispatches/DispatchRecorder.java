package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.volunteers.Experiences;
import org.nuanxin.dispatch.volunteers.VolunteerMemory;
import org.nuanxin.dispatch.volunteers.Volunteers;
import org.nuanxin.dispatch.webhook.Messenger;
import org.nuanxin.events.Event;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/** The one place where what was decided is written: state, offers, alerts, loads, events, timers, timelines, messages. */
@ApplicationScoped
class DispatchRecorder {
    private final Transactions transactions;
    private final Dispatches dispatches;
    private final Offers offers;
    private final AlertRows alerts;
    private final Volunteers volunteers;
    private final Experiences experiences;
    private final VolunteerMemory memory;
    private final Journal journal;
    private final Timers timers;
    private final Timeline timeline;
    private final Messenger messenger;
    private final DispatchMetrics metrics;

    DispatchRecorder(
            Transactions transactions,
            Dispatches dispatches,
            Offers offers,
            AlertRows alerts,
            Volunteers volunteers,
            Experiences experiences,
            VolunteerMemory memory,
            Journal journal,
            Timers timers,
            Timeline timeline,
            Messenger messenger,
            DispatchMetrics metrics) {
        this.transactions = transactions;
        this.dispatches = dispatches;
        this.offers = offers;
        this.alerts = alerts;
        this.volunteers = volunteers;
        this.experiences = experiences;
        this.memory = memory;
        this.journal = journal;
        this.timers = timers;
        this.timeline = timeline;
        this.messenger = messenger;
        this.metrics = metrics;
    }

    /** Writes at the end of the caller's transaction, in the order of locks: requests, volunteers' loads, timers. */
    Uni<Void> record(Decisions decided, Instant now) {
        UnitOfWork unit = transactions.unit();
        unit.atTheEnd(dispatches.open(decided.opened()));
        unit.atTheEnd(dispatches.change(decided.changed()));
        unit.atTheEnd(offers.put(decided.offers()));
        unit.atTheEnd(alerts.put(decided.alerts()));
        unit.atTheEnd(volunteers.count(decided.loads(), now));
        if (!decided.experiences().isEmpty()) unit.checkAtTheEnd(experiences.remember(decided.experiences(), now));
        return append(decided).chain(() -> messenger.tell(Tidings.of(decided))).invoke(() -> afterCommit(decided));
    }

    private Uni<Void> append(Decisions decided) {
        return journal.appendAll(decided.events())
                .chain(() -> timers.cancel(decided.timersCancelled()))
                .chain(() -> timers.set(decided.timersSet()))
                .chain(() -> timeline.addAll(decided.events(), DispatchRecorder::stories));
    }

    /** Each request has its own story, and each community's board one of all of them. */
    private static List<String> stories(Event event) {
        return List.of(event.subject(), Boards.timelineOf(event.key()));
    }

    private void afterCommit(Decisions decided) {
        Map<UUID, Integer> held = decided.held();
        transactions.unit().afterCommit(() -> {
            memory.holds(held);
            metrics.decided(decided);
        });
    }
}
