/** The live stream of board and alerts. */
@NullMarked
package org.nuanxin.dispatch.live;

import org.jspecify.annotations.NullMarked;
