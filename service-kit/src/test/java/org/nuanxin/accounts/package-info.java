/** A service in miniature over HTTP, for the tests of the kit. */
@NullMarked
package org.nuanxin.accounts;

import org.jspecify.annotations.NullMarked;
