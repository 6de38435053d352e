/** Stories told to the running product from outside, in the words of those who live through them. */
@NullMarked
package org.nuanxin.journeys;

import org.jspecify.annotations.NullMarked;
