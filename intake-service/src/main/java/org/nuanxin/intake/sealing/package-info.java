/** Personal data at rest: sealed with a key the database does not know. */
@NullMarked
package org.nuanxin.intake.sealing;

import org.jspecify.annotations.NullMarked;
