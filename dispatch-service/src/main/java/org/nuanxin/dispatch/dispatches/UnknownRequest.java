package org.nuanxin.dispatch.dispatches;

import java.util.UUID;

/** Something was said of a request that never came: it waits among the dead letters until it has. */
final class UnknownRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownRequest(UUID requestId) {
        super("nothing is known of " + requestId);
    }
}
