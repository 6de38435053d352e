package org.nuanxin.dispatch.webhook;

import org.nuanxin.kit.problems.Problem;

/** Nobody needs so many. */
final class TooManyWebhooks extends Problem {
    TooManyWebhooks(int most) {
        super(most);
    }
}
