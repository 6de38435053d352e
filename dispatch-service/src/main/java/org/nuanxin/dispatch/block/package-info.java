/** Two people who are not brought together again, as one of them wishes. */
@NullMarked
package org.nuanxin.dispatch.block;

import org.jspecify.annotations.NullMarked;
