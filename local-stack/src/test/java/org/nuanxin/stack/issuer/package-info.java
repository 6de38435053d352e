@NullMarked
package org.nuanxin.stack.issuer;

import org.jspecify.annotations.NullMarked;
