@NullMarked
package org.nuanxin.intake.place;

import org.jspecify.annotations.NullMarked;
