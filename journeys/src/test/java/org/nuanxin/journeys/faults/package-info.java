/**
 * Everything that can break is broken on purpose, under load, and afterwards nothing may be lost or done twice: {@link Fault}s
 * strike a {@link Rig} on which a {@link Street} lives, and {@link Invariants} look at what is left, by SQL and Kafka alone.
 */
@NullMarked
package org.nuanxin.journeys.faults;

import org.jspecify.annotations.NullMarked;
