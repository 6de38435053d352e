/** Where a webhook may be sent: out into the world, never inside, unless an operator allows it. */
@NullMarked
package org.nuanxin.dispatch.webhook.address;

import org.jspecify.annotations.NullMarked;
