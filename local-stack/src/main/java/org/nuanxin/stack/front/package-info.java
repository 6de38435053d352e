/** One host for everything: forwarding and the front page. */
@NullMarked
package org.nuanxin.stack.front;

import org.jspecify.annotations.NullMarked;
