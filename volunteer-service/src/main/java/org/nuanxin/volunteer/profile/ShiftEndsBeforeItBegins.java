package org.nuanxin.volunteer.profile;

import org.nuanxin.kit.problems.Problem;

/** A shift ends after it begins. */
final class ShiftEndsBeforeItBegins extends Problem {
    @Override
    protected String field() {
        return "shifts";
    }

    @Override
    protected int status() {
        return 400;
    }
}
