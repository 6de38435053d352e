/** The three rates (三率) and the three beside them, with exact denominators. */
@NullMarked
package org.nuanxin.feedback.rates;

import org.jspecify.annotations.NullMarked;
