package org.nuanxin.volunteer.assignment;

import org.nuanxin.kit.problems.Problem;

/** What the service type asks to be seen to comes before completion. */
final class ChecksNotTicked extends Problem {}
