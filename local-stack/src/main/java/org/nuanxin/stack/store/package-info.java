/** PostgreSQL, real and on this machine. */
@NullMarked
package org.nuanxin.stack.store;

import org.jspecify.annotations.NullMarked;
