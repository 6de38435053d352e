/** Two of each service instead of one: how much more they do, and how soon one stands in for another. */
@NullMarked
package org.nuanxin.benchmarks.instances;

import org.jspecify.annotations.NullMarked;
