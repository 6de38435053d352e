@NullMarked
package org.nuanxin.stack.front;

import org.jspecify.annotations.NullMarked;
