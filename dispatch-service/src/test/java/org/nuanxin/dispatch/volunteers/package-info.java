@NullMarked
package org.nuanxin.dispatch.volunteers;

import org.jspecify.annotations.NullMarked;
