/**
 * The handling of one request as plain Java: {@code (state, input, now, surroundings) → (state, effects)}. No framework, no
 * clock, no random, no ids from outside the arguments, so that a day of a city replays in seconds and a fault is one seed.
 */
@NullMarked
package org.nuanxin.dispatch.handling;

import org.jspecify.annotations.NullMarked;
