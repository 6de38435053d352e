@NullMarked
package org.nuanxin.dispatch.policies;

import org.jspecify.annotations.NullMarked;
