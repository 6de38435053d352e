/** Load that does not wait for answers. */
@NullMarked
package org.nuanxin.benchmarks.load;

import org.jspecify.annotations.NullMarked;
