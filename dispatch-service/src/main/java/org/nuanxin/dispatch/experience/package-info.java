/** What was experienced with volunteers, and what may be expected of them from it. */
@NullMarked
package org.nuanxin.dispatch.experience;

import org.jspecify.annotations.NullMarked;
