package org.nuanxin.feedback.matter;

import org.nuanxin.kit.problems.Problem;

/** Whoever did the work does not judge it. */
final class HandlerMayNotRate extends Problem {
    @Override
    protected int status() {
        return 403;
    }
}
