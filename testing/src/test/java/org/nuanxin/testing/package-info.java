@NullMarked
package org.nuanxin.testing;

import org.jspecify.annotations.NullMarked;
