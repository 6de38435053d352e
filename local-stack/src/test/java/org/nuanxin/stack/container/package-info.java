@NullMarked
package org.nuanxin.stack.container;

import org.jspecify.annotations.NullMarked;
