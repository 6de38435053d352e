@NullMarked
package org.nuanxin.stack.demo;

import org.jspecify.annotations.NullMarked;
