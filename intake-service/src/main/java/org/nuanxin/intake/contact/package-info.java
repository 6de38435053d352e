/** Whom to call and where to go: for whoever holds the request now, and every look is logged. */
@NullMarked
package org.nuanxin.intake.contact;

import org.jspecify.annotations.NullMarked;
