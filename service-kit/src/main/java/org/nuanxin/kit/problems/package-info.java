/** Broken rules as RFC 9457 problem bodies, in the caller's language; and commands that are carried out once. */
@NullMarked
package org.nuanxin.kit.problems;

import org.jspecify.annotations.NullMarked;
