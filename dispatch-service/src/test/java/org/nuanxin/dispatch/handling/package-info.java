@NullMarked
package org.nuanxin.dispatch.handling;

import org.jspecify.annotations.NullMarked;
