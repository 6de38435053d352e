/** One class for each rule of the architecture that breaks it, and {@code Clean}, which breaks none. */
@NullMarked
package org.nuanxin.testing.violations;

import org.jspecify.annotations.NullMarked;
