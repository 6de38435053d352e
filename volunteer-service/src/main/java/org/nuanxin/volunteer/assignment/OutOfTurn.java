package org.nuanxin.volunteer.assignment;

import org.nuanxin.kit.problems.Problem;

/** One sets off, arrives and completes, in this order. */
final class OutOfTurn extends Problem {}
