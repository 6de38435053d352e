@NullMarked
package org.nuanxin.intake.resident;

import org.jspecify.annotations.NullMarked;
