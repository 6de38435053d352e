package org.nuanxin.feedback.matter;

import static jakarta.persistence.EnumType.STRING;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.problems.NotYetKnown;

/**
 * What became of a request, as far as feedback needs it. Events come in any order: a fact is only replaced by one of a newer
 * version.
 */
@Entity
public class Matter {
    private @Id UUID requestId;
    private @Embedded @Nullable Submission submission;
    private long placeVersion;
    private @Nullable List<String> placePath;
    private @Enumerated(STRING) MatterStatus status;
    private long statusVersion;
    private @Embedded @Nullable Answer answer;
    private @Embedded @Nullable Completion completion;
    private boolean closureBreached;

    protected Matter() {} // for Hibernate

    Matter(UUID requestId) {
        this.requestId = requestId;
        this.status = MatterStatus.OPEN;
    }

    public void apply(RequestEvent event) {
        switch (event) {
            case RequestSubmitted told -> {
                submission = Submission.of(told);
                place(told.version(), told.placePath());
            }
            case RequestAmended told -> place(told.version(), told.placePath());
            case AppointmentProposalDenied _ -> {}
            case RequestWithdrawn _ -> {} // ends when dispatch says so
        }
    }

    public void apply(DispatchEvent event) {
        switch (event) {
            case RequestAssigned told -> answered(told.searchNumber(), told.answeredInTime(), told.at());
            case AssignmentConfirmed told -> answered(told.searchNumber(), told.answeredInTime(), told.at());
            case RequestCompleted told -> completed(told);
            case ClockBreached told -> closureBreached = closureBreached || told.clock() == Clock.CLOSURE;
            default -> {} // the status is all they change
        }
        MatterStatus next = MatterStatus.after(event);
        if (next != null && event.version() > statusVersion) {
            status = next;
            statusVersion = event.version();
        }
    }

    private void place(long version, List<String> path) {
        if (version > placeVersion) {
            placeVersion = version;
            placePath = path;
        }
    }

    private void answered(int searchNumber, @Nullable Boolean inTime, Instant at) {
        if (searchNumber == 1 && inTime != null && (answer == null || at.isBefore(answer.answeredAt()))) {
            answer = new Answer(at, inTime);
        }
    }

    private void completed(RequestCompleted told) {
        if (completion == null || told.version() > completion.completionVersion()) {
            completion = Completion.of(told);
        }
    }

    /**
     * Whether the subject, who may say if it helped, speaks for somebody else.
     *
     * @throws NotFound to strangers
     * @throws HandlerMayNotRate to whoever completed it
     */
    public boolean byProxy(String subject) {
        if (submission == null) throw new NotYetKnown();
        if (!submission.concerns(subject)) throw new NotFound();
        if (isHandler(subject)) throw new HandlerMayNotRate();
        return submission.byProxy(subject);
    }

    /**
     * The completion that may be rated now.
     *
     * @param period how long after a completion people may speak about it
     */
    public Completion ratable(Instant now, Duration period) {
        if (completion == null || !status.isDone()) throw new NotCompletedYet();
        if (now.isAfter(completion.completedAt().plus(period))) throw new RatingPeriodOver();
        return completion;
    }

    /** The newest one, even where the matter has been reopened since. */
    public @Nullable Completion completion() {
        return completion;
    }

    public boolean isHandler(String subject) {
        return completion != null && completion.handler().equals(subject);
    }

    /** Whether waiting for more of its events could not change the answer to this subject. */
    boolean isSettledFor(String subject) {
        return submission != null && (status.isDone() || !submission.concerns(subject));
    }

    public boolean isClosed() {
        return status == MatterStatus.CLOSED;
    }

    public boolean isSubmitted() {
        return submission != null;
    }

    public boolean concerns(String subject) {
        return submission != null && submission.concerns(subject);
    }

    public UUID requestId() {
        return requestId;
    }

    public String community() {
        return requireNonNull(submission).community();
    }

    public String serviceType() {
        return requireNonNull(submission).serviceType();
    }

    public List<String> placePath() {
        return placePath == null ? List.of() : placePath;
    }
}
