@NullMarked
package org.nuanxin.dispatch.live;

import org.jspecify.annotations.NullMarked;
