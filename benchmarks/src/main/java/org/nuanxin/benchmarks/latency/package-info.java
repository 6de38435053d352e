/** P2: from the submission to the volunteer's phone. */
@NullMarked
package org.nuanxin.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
