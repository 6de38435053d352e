package org.nuanxin.kit.problems;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many calls one instance lets in at once, and for how long it waits for what they say. */
@ConfigMapping(prefix = "nuanxin.calls")
interface CallLimits {
    /** Calls being answered: some for each connection to the database, so that the last of them is still answered soon. */
    @WithDefault("128")
    int atOnce();

    /** Calls that wait for something to happen, such as those that prefer to ({@code Prefer: wait}), from when they begin to. */
    @WithDefault("4000")
    int waiting();

    /** Live streams: calls that accept {@code text/event-stream}, as long as they are open. Each takes some 10 KB of memory. */
    @WithDefault("12000")
    int streams();

    /** How long what a call sends may take to come. */
    @WithDefault("PT10S")
    Duration bodyWithin();

    /** When whoever was turned away is asked to come again; whole seconds. */
    @WithDefault("PT1S")
    Duration retryAfter();
}
