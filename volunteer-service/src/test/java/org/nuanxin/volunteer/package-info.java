@NullMarked
package org.nuanxin.volunteer;

import org.jspecify.annotations.NullMarked;
