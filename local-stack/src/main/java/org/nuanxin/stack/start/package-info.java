/** What every part of a start needs: to say how it goes, to say why it cannot, to do several things at once. */
@NullMarked
package org.nuanxin.stack.start;

import org.jspecify.annotations.NullMarked;
