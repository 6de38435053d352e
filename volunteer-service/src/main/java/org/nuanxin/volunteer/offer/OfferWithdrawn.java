package org.nuanxin.volunteer.offer;

import org.nuanxin.kit.problems.Problem;

/** The request needs nobody any more, or it has changed. */
final class OfferWithdrawn extends Problem {}
