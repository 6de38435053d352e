@NullMarked
package org.nuanxin.stack.processes;

import org.jspecify.annotations.NullMarked;
