@NullMarked
package org.nuanxin.dispatch;

import org.jspecify.annotations.NullMarked;
