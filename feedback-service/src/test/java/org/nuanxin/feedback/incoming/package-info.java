@NullMarked
package org.nuanxin.feedback.incoming;

import org.jspecify.annotations.NullMarked;
