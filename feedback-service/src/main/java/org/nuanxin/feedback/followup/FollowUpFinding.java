package org.nuanxin.feedback.followup;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RatingEvent.FollowUpOutcome;
import org.nuanxin.feedback.matter.Words;

/** What a follow-up found; the words stay in this service. */
record FollowUpFinding(
        @NotNull FollowUpOutcome outcome, @Words @Nullable String words) {}
