package org.nuanxin.volunteer.offer;

/** Dispatch's word on an offer. */
enum OfferStatus {
    OPEN,
    LAPSED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
