package org.nuanxin.volunteer.profile;

import org.nuanxin.kit.problems.Problem;

/** Somebody is a volunteer once. */
final class AlreadyVolunteer extends Problem {}
