@NullMarked
package org.nuanxin.testing.violations.core;

import org.jspecify.annotations.NullMarked;
