@NullMarked
package org.nuanxin.stack.web;

import org.jspecify.annotations.NullMarked;
