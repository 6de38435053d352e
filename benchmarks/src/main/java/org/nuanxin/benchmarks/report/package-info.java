/** Tables, figures with their goals, and the load of the machine. */
@NullMarked
package org.nuanxin.benchmarks.report;

import org.jspecify.annotations.NullMarked;
