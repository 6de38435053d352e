/** What is promised and how it is kept: durations, phases, windows and levels, as data. */
@NullMarked
package org.nuanxin.dispatch.policy;

import org.jspecify.annotations.NullMarked;
