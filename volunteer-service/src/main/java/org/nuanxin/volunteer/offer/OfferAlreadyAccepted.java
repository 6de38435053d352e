package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** Who has accepted gives the request back instead of refusing. */
final class OfferAlreadyAccepted extends Problem {}
