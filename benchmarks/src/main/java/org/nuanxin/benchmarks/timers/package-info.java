/** P3, P4, P5: timers with their full effect, beside the schedulers that Java knows. */
@NullMarked
package org.nuanxin.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
