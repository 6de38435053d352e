@NullMarked
package org.nuanxin.dispatch.staff;

import org.jspecify.annotations.NullMarked;
