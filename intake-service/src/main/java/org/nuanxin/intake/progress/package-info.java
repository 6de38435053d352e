/** How a request stands: what dispatch and feedback tell, in whatever order it comes. */
@NullMarked
package org.nuanxin.intake.progress;

import org.jspecify.annotations.NullMarked;
