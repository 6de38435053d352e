@NullMarked
package org.nuanxin.testing.violations.cycle.left;

import org.jspecify.annotations.NullMarked;
