@NullMarked
package org.nuanxin.events;

import org.jspecify.annotations.NullMarked;
