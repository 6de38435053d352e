/** Working time: when a place works, how much of it lies between two moments, and where so much of it ends. */
@NullMarked
package org.nuanxin.dispatch.calendar;

import org.jspecify.annotations.NullMarked;
