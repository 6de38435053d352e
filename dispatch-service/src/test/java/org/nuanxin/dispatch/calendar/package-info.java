@NullMarked
package org.nuanxin.dispatch.calendar;

import org.jspecify.annotations.NullMarked;
