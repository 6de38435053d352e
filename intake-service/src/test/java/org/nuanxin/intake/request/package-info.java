@NullMarked
package org.nuanxin.intake.request;

import org.jspecify.annotations.NullMarked;
