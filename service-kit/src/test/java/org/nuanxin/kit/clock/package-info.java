@NullMarked
package org.nuanxin.kit.clock;

import org.jspecify.annotations.NullMarked;
