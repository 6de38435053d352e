@NullMarked
package org.nuanxin.feedback.followup;

import org.jspecify.annotations.NullMarked;
