/** The data folder: who holds it, what runs from it, what is secret in it. */
@NullMarked
package org.nuanxin.stack.home;

import org.jspecify.annotations.NullMarked;
