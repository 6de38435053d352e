@NullMarked
package org.nuanxin.dispatch.webhook;

import org.jspecify.annotations.NullMarked;
