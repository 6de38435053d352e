package org.nuanxin.intake.request;

import org.nuanxin.kit.problems.Problem;

/** Nobody asks for another appointment, or what was asked for is over. */
final class NothingProposed extends Problem {}
