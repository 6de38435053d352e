/** The service catalogue (服务事项): what can be asked for, and what must be said and checked. */
@NullMarked
package org.nuanxin.intake.catalogue;

import org.jspecify.annotations.NullMarked;
