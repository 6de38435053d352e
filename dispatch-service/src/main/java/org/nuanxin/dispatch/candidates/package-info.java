/** Who could be asked, and how good each would be. */
@NullMarked
package org.nuanxin.dispatch.candidates;

import org.jspecify.annotations.NullMarked;
