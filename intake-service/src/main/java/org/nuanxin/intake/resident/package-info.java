/** What residents say of themselves, kept so that they need not say it again. */
@NullMarked
package org.nuanxin.intake.resident;

import org.jspecify.annotations.NullMarked;
