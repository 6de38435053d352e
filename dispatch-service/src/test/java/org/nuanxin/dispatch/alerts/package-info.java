@NullMarked
package org.nuanxin.dispatch.alerts;

import org.jspecify.annotations.NullMarked;
