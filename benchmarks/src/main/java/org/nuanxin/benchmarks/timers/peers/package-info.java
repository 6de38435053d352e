/** The other schedulers, each in a JVM of its own: the same engine, the same rows, at their best documented settings. */
@NullMarked
package org.nuanxin.benchmarks.timers.peers;

import org.jspecify.annotations.NullMarked;
