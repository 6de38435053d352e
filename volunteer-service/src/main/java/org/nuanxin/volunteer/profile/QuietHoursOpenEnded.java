package org.nuanxin.volunteer.profile;

import org.nuanxin.kit.problems.Problem;

/** Quiet hours have a beginning and an end, or neither. */
final class QuietHoursOpenEnded extends Problem {
    private final String missing;

    QuietHoursOpenEnded(String missing) {
        this.missing = missing;
    }

    @Override
    protected String field() {
        return missing;
    }

    @Override
    protected int status() {
        return 400;
    }
}
