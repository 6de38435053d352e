/** P1: accepted submissions beside pgbench. */
@NullMarked
package org.nuanxin.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
