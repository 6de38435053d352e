package org.nuanxin.volunteer.assignment;

import org.nuanxin.kit.problems.Problem;

/** Only who holds a request reports on it. */
final class AssignmentOver extends Problem {}
