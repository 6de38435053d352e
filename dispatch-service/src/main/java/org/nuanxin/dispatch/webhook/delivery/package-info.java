/** Brings messages to their webhooks: written with what they tell of, sent afterwards, tried until they arrive. */
@NullMarked
package org.nuanxin.dispatch.webhook.delivery;

import org.jspecify.annotations.NullMarked;
