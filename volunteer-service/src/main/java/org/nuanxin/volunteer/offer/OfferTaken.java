package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** Somebody else holds the request. */
final class OfferTaken extends Problem {}
