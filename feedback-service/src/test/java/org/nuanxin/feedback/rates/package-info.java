@NullMarked
package org.nuanxin.feedback.rates;

import org.jspecify.annotations.NullMarked;
