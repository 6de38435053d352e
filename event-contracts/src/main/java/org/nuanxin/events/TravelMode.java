package org.nuanxin.events;

/** How a volunteer gets about. */
public enum TravelMode {
    WALK,
    EBIKE,
    CAR
}
