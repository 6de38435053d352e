@NullMarked
package org.nuanxin.feedback.rating;

import org.jspecify.annotations.NullMarked;
