/**
 * Who of several is best asked by whom, when several ask at once: an exact assignment that carries its own proof, and what
 * follows from it for the requests of a community.
 */
@NullMarked
package org.nuanxin.dispatch.matching;

import org.jspecify.annotations.NullMarked;
