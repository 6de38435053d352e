/** A street to try things on: places, catalogue, people, loaded through the services' own paths. */
@NullMarked
package org.nuanxin.stack.demo;

import org.jspecify.annotations.NullMarked;
