@NullMarked
package org.nuanxin.stack.services;

import org.jspecify.annotations.NullMarked;
