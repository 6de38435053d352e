@NullMarked
package org.nuanxin.intake.stored;

import org.jspecify.annotations.NullMarked;
