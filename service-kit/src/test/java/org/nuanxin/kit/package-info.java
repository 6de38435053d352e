@NullMarked
package org.nuanxin.kit;

import org.jspecify.annotations.NullMarked;
