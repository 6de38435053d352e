package org.nuanxin.feedback.followup;

/** Why somebody is to call or visit. */
enum FollowUpCause {
    NOT_SOLVED,
    LOW_SCORE,
    SAMPLE
}
