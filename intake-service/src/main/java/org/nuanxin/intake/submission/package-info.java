/** How a request comes in: what is checked, and what is recorded in one transaction. */
@NullMarked
package org.nuanxin.intake.submission;

import org.jspecify.annotations.NullMarked;
