@NullMarked
package org.nuanxin.dispatch.policy;

import org.jspecify.annotations.NullMarked;
