package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** The skill is no longer proven, or it is their own request. */
final class NotEligible extends Problem {}
