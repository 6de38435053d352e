@NullMarked
package org.nuanxin.testing.violations.contracts;

import org.jspecify.annotations.NullMarked;
