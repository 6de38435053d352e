/** The service around the engine: loads what a decision needs, lets the engine decide, records what came of it. */
@NullMarked
package org.nuanxin.dispatch.dispatches;

import org.jspecify.annotations.NullMarked;
