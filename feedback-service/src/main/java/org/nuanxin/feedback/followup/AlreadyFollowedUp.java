package org.nuanxin.feedback.followup;

import org.nuanxin.kit.problems.Problem;

/** A follow-up has one outcome. */
final class AlreadyFollowedUp extends Problem {}
