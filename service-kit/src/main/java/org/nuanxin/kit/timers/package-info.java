/** Deadlines that survive a restart: each fires exactly once, never early, in one transaction with what it causes. */
@NullMarked
package org.nuanxin.kit.timers;

import org.jspecify.annotations.NullMarked;
