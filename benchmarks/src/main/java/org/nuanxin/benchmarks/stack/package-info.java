/** A stack of its own, started for one measurement. */
@NullMarked
package org.nuanxin.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
