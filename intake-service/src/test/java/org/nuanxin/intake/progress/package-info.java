@NullMarked
package org.nuanxin.intake.progress;

import org.jspecify.annotations.NullMarked;
