/** Who could be asked, and who is matched with whom: beside nothing but their own growth, and beside OR-Tools. */
@NullMarked
package org.nuanxin.benchmarks.candidates;

import org.jspecify.annotations.NullMarked;
