package org.nuanxin.intake.submission;

import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.submission.SubmissionRules.Surroundings;
import org.nuanxin.kit.problems.Commands.Claim;

/** What is to be decided about: a submission as it came. */
record Draft(
        Submitter submitter,
        SubmissionBody body,
        Surroundings surroundings,
        @Nullable Claim claim,
        @Nullable String trace) {}
