@NullMarked
package org.nuanxin.intake.following;

import org.jspecify.annotations.NullMarked;
