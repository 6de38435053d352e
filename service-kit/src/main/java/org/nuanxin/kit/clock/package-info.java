/** The machine's clock: it decides nothing here, and must still not be wrong. */
@NullMarked
package org.nuanxin.kit.clock;

import org.jspecify.annotations.NullMarked;
