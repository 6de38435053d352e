package org.nuanxin.feedback.rating;

import org.nuanxin.kit.problems.Problem;

/** A completion is rated once. */
final class AlreadyRated extends Problem {}
