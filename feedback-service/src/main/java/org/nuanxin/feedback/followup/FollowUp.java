package org.nuanxin.feedback.followup;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RatingEvent.FollowUpOutcome;
import org.nuanxin.events.RatingEvent.FollowUpRecorded;
import org.nuanxin.kit.problems.NotFound;

/** A call or visit that somebody of the place owes a resident. */
@Entity
class FollowUp {
    private @Id UUID followUpId;
    private UUID requestId;
    private String community;
    private List<String> placePath;
    private String handler;
    private @Enumerated(STRING) @Nullable FollowUpOutcome outcome;
    private @Nullable String words;
    private @Nullable String by;

    @SuppressWarnings("UnusedVariable") // views read the column
    private @Nullable Instant doneAt;

    protected FollowUp() {} // for Hibernate

    FollowUp(UUID followUpId, UUID requestId, String community, List<String> placePath, String handler) {
        this.followUpId = followUpId;
        this.requestId = requestId;
        this.community = community;
        this.placePath = placePath;
        this.handler = handler;
    }

    /** What was found, by somebody who holds one of its places. */
    FollowUpRecorded found(FollowUpFinding finding, String subject, Set<String> places, Instant now) {
        if (placePath.stream().noneMatch(places::contains)) throw new NotFound();
        if (handler.equals(subject)) throw new HandlerMayNotFollowUp();
        if (outcome != null) throw new AlreadyFollowedUp();
        outcome = finding.outcome();
        words = finding.words();
        by = subject;
        doneAt = now;
        return new FollowUpRecorded(followUpId, requestId, community, finding.outcome(), subject, now);
    }

    /** Whether this very finding of this person has been recorded already. */
    boolean says(FollowUpFinding finding, String subject) {
        return finding.outcome() == outcome && Objects.equals(finding.words(), words) && subject.equals(by);
    }
}
