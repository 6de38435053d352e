package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** A volunteer never holds more than their capacity. */
final class NoCapacityLeft extends Problem {}
