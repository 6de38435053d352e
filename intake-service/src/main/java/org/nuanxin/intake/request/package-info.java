/** Requests (诉求) as residents see them: who may read one, its view, taking it back and putting it right. */
@NullMarked
package org.nuanxin.intake.request;

import org.jspecify.annotations.NullMarked;
