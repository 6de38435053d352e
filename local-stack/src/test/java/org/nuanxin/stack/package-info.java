@NullMarked
package org.nuanxin.stack;

import org.jspecify.annotations.NullMarked;
