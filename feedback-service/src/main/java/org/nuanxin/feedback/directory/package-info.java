/** The tree of places, as other services define it. */
@NullMarked
package org.nuanxin.feedback.directory;

import org.jspecify.annotations.NullMarked;
