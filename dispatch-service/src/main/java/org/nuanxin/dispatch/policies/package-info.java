/** Which policy holds where: kept in versions, set by supervisors, the nearest ancestor wins. */
@NullMarked
package org.nuanxin.dispatch.policies;

import org.jspecify.annotations.NullMarked;
