/** Processes that are kept running, and never outlive the launcher for long. */
@NullMarked
package org.nuanxin.stack.processes;

import org.jspecify.annotations.NullMarked;
