@NullMarked
package org.nuanxin.dispatch.experience;

import org.jspecify.annotations.NullMarked;
