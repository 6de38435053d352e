/** What the front and the sign-in answer themselves: pages and problems, in the reader's language. */
@NullMarked
package org.nuanxin.stack.web;

import org.jspecify.annotations.NullMarked;
