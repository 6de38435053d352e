/** Writes the documents about the events from the contracts and their comments, and checks that those in {@code docs/} are new. */
@NullMarked
package org.nuanxin.events.docs;

import org.jspecify.annotations.NullMarked;
