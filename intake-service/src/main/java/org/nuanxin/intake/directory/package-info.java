/** What the tree of places and the catalogue share: names in two languages, and a copy in memory of what seldom changes. */
@NullMarked
package org.nuanxin.intake.directory;

import org.jspecify.annotations.NullMarked;
