package org.nuanxin.dispatch.policies;

import org.nuanxin.kit.problems.Problem;

/** Somebody else has set the calendar since it was read. */
final class CalendarChangedMeanwhile extends Problem {
    private static final long serialVersionUID = 1;

    @Override
    protected int status() {
        return 412;
    }
}
