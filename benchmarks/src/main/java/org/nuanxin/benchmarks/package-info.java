/** What the product does per second and how long people wait, measured from outside. */
@NullMarked
package org.nuanxin.benchmarks;

import org.jspecify.annotations.NullMarked;
