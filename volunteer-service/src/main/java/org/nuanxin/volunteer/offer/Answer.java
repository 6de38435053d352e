package org.nuanxin.volunteer.offer;

/** What the volunteer said. */
enum Answer {
    ACCEPTED,
    REFUSED
}
