package org.nuanxin.feedback.matter;

import org.nuanxin.kit.problems.Problem;

/** The days in which people may speak about a completion are over. */
final class RatingPeriodOver extends Problem {}
