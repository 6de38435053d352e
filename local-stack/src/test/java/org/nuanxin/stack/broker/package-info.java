@NullMarked
package org.nuanxin.stack.broker;

import org.jspecify.annotations.NullMarked;
