/** Events enter a service through its inbox: each takes effect once, and one that cannot waits aside with those behind it. */
@NullMarked
package org.nuanxin.kit.inbox;

import org.jspecify.annotations.NullMarked;
