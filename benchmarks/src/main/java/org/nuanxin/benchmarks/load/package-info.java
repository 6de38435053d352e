/** Load that does not wait for answers: an hour of it, a burst of it, and thousands of streams that listen. */
@NullMarked
package org.nuanxin.benchmarks.load;

import org.jspecify.annotations.NullMarked;
