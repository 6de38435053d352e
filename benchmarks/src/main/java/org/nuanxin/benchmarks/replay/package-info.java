/** Real municipal cases taken through the whole loop by simulated people. */
@NullMarked
package org.nuanxin.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
