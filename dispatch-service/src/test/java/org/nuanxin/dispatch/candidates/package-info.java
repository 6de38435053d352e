@NullMarked
package org.nuanxin.dispatch.candidates;

import org.jspecify.annotations.NullMarked;
