@NullMarked
package org.nuanxin.stack.recovery;

import org.jspecify.annotations.NullMarked;
