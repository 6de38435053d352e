/** What is done when something has been lost: Kafka filled again, a read model made anew, the databases brought back. */
@NullMarked
package org.nuanxin.stack.recovery;

import org.jspecify.annotations.NullMarked;
