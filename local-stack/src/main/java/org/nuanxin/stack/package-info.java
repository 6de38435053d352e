/** Everything on one machine with one command. */
@NullMarked
package org.nuanxin.stack;

import org.jspecify.annotations.NullMarked;
