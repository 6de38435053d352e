package org.nuanxin.feedback.matter;

import org.nuanxin.kit.problems.Problem;

/** Nothing has been done yet that could be judged. */
final class NotCompletedYet extends Problem {}
