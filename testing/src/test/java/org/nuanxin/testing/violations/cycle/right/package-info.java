@NullMarked
package org.nuanxin.testing.violations.cycle.right;

import org.jspecify.annotations.NullMarked;
