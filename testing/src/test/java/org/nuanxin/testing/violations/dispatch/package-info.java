@NullMarked
package org.nuanxin.testing.violations.dispatch;

import org.jspecify.annotations.NullMarked;
