@NullMarked
package org.nuanxin.stack.home;

import org.jspecify.annotations.NullMarked;
