@NullMarked
package org.nuanxin.intake.sealing;

import org.jspecify.annotations.NullMarked;
