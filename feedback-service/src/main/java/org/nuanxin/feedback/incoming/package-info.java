/** What other services tell, let into the features it concerns. */
@NullMarked
package org.nuanxin.feedback.incoming;

import org.jspecify.annotations.NullMarked;
