@NullMarked
package org.nuanxin.dispatch.webhook.delivery;

import org.jspecify.annotations.NullMarked;
