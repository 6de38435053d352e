/** It was not solved: a new search is wanted (重办). */
@NullMarked
package org.nuanxin.feedback.reopening;

import org.jspecify.annotations.NullMarked;
