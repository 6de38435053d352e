/** The local sign-in: tokens for the people of the demo, on this machine only. */
@NullMarked
package org.nuanxin.stack.issuer;

import org.jspecify.annotations.NullMarked;
