/** The duty roster: who is responsible where, and on duty now. */
@NullMarked
package org.nuanxin.dispatch.staff;

import org.jspecify.annotations.NullMarked;
