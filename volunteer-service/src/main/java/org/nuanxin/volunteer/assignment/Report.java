package org.nuanxin.volunteer.assignment;

/** What a holder can report. The names are those by which dispatch rejects them. */
enum Report {
    CONFIRMATION,
    SET_OFF,
    ARRIVAL,
    COMPLETION,
    RELEASE;

    /** Whether dispatch has taken it already. */
    boolean isTaken(Assignment assignment) {
        AssignmentStatus status = assignment.status();
        return switch (this) {
            case CONFIRMATION -> (status.isHeld() && assignment.confirmed()) || status.isDone();
            case SET_OFF -> isAtLeast(status, AssignmentStatus.ON_THE_WAY);
            case ARRIVAL -> isAtLeast(status, AssignmentStatus.IN_PROGRESS);
            case COMPLETION -> status.isDone();
            case RELEASE -> status == AssignmentStatus.RELEASED;
        };
    }

    private static boolean isAtLeast(AssignmentStatus status, AssignmentStatus step) {
        return status.isDone() || (status.isHeld() && status.compareTo(step) >= 0);
    }
}
