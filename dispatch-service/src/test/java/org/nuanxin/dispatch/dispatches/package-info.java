@NullMarked
package org.nuanxin.dispatch.dispatches;

import org.jspecify.annotations.NullMarked;
