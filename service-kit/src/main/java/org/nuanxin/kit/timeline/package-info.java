/** What happened to a subject, in order, and the live streams of it: nothing is missed across reconnects and instances. */
@NullMarked
package org.nuanxin.kit.timeline;

import org.jspecify.annotations.NullMarked;
