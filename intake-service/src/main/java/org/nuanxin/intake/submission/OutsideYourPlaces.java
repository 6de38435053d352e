package org.nuanxin.intake.submission;

import org.nuanxin.kit.problems.Problem;

/** Building leaders and grid workers report where they have duties. */
public final class OutsideYourPlaces extends Problem {
    @Override
    protected int status() {
        return 403;
    }
}
