package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** A no is final for this offer. */
final class OfferAlreadyRefused extends Problem {}
