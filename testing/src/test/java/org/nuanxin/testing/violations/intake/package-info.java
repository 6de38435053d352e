@NullMarked
package org.nuanxin.testing.violations.intake;

import org.jspecify.annotations.NullMarked;
