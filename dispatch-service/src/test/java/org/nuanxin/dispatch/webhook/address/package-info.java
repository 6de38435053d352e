@NullMarked
package org.nuanxin.dispatch.webhook.address;

import org.jspecify.annotations.NullMarked;
