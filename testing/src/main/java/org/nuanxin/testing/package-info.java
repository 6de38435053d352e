/**
 * What tests share: real PostgreSQL and Kafka that can be stopped and started, tokens, event samples, a probe for topics, and
 * the rules of the architecture. Used in test scope only.
 */
@NullMarked
package org.nuanxin.testing;

import org.jspecify.annotations.NullMarked;
