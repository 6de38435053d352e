/** P10: how soon the first submission is accepted, and how much memory that takes. */
@NullMarked
package org.nuanxin.benchmarks.start;

import org.jspecify.annotations.NullMarked;
