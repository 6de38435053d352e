/** What residents say afterwards, and what the field judges itself by. */
@NullMarked
package org.nuanxin.feedback;

import org.jspecify.annotations.NullMarked;
