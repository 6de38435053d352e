/**
 * What the services tell each other: one sealed interface a topic, its events as records inside it. The only dependency is
 * the JDK. No event carries a name, an address, a phone number or free words: ids, codes and positions rounded to about
 * 100 m only.
 */
@NullMarked
package org.nuanxin.events;

import org.jspecify.annotations.NullMarked;
