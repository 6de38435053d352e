/** Everything that happened to a request, as readable text and as a live stream. */
@NullMarked
package org.nuanxin.intake.following;

import org.jspecify.annotations.NullMarked;
