/** P11: what a request and the reading of boards cost among more and more open requests. */
@NullMarked
package org.nuanxin.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
