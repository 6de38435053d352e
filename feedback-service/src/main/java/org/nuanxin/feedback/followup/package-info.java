/** A call or visit after closing (回访), never by the handler. */
@NullMarked
package org.nuanxin.feedback.followup;

import org.jspecify.annotations.NullMarked;
