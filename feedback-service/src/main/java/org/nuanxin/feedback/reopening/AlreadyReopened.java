package org.nuanxin.feedback.reopening;

import org.nuanxin.kit.problems.Problem;

/** A completion is reopened once. */
final class AlreadyReopened extends Problem {}
