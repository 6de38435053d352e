package org.nuanxin.volunteer.assignment;

/** How an assignment stands, by dispatch's newest word. */
enum AssignmentStatus {
    ASSIGNED,
    ON_THE_WAY,
    IN_PROGRESS,
    COMPLETED,
    CLOSED,
    RELEASED,
    WITHDRAWN,
    REFERRED,
    DECLINED;

    boolean isHeld() {
        return compareTo(COMPLETED) < 0;
    }

    boolean isDone() {
        return this == COMPLETED || this == CLOSED;
    }
}
