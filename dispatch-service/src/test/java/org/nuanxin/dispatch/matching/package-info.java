@NullMarked
package org.nuanxin.dispatch.matching;

import org.jspecify.annotations.NullMarked;
