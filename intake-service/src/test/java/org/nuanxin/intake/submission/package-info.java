@NullMarked
package org.nuanxin.intake.submission;

import org.jspecify.annotations.NullMarked;
