/** The tree of places: street, community, compound, micro-grid, building; and where on earth they are. */
@NullMarked
package org.nuanxin.intake.place;

import org.jspecify.annotations.NullMarked;
