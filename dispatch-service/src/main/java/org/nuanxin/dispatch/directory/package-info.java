/** The tree of places and the catalogue, as far as dispatch must know them. */
@NullMarked
package org.nuanxin.dispatch.directory;

import org.jspecify.annotations.NullMarked;
