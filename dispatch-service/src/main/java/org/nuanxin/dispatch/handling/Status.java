package org.nuanxin.dispatch.handling;

/** Where a request stands. */
public enum Status {
    /** Its search begins later: in the morning, or before the appointment. */
    WAITING,
    SEARCHING,
    /** The duty desk looks for a handler. */
    MANUAL,
    ASSIGNED,
    ON_THE_WAY,
    IN_PROGRESS,
    COMPLETED,
    CLOSED,
    WITHDRAWN,
    REFERRED,
    DECLINED;

    /** Whether something must still be done about it. */
    public boolean isOpen() {
        return isUnheld() || isHeld();
    }

    public boolean isUnheld() {
        return this == WAITING || isLooking();
    }

    /** Whether a search is going on, by the engine or by the duty desk. */
    public boolean isLooking() {
        return this == SEARCHING || this == MANUAL;
    }

    public boolean isHeld() {
        return this == ASSIGNED || this == ON_THE_WAY || this == IN_PROGRESS;
    }
}
