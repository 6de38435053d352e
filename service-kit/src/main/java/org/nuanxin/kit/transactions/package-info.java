/** The one way into the database: transactions with the database's own time, and set-based statements inside them. */
@NullMarked
package org.nuanxin.kit.transactions;

import org.jspecify.annotations.NullMarked;
