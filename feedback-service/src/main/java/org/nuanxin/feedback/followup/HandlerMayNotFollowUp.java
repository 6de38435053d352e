package org.nuanxin.feedback.followup;

import org.nuanxin.kit.problems.Problem;

/** Whoever did the work does not ask how it went. */
final class HandlerMayNotFollowUp extends Problem {
    @Override
    protected int status() {
        return 403;
    }
}
