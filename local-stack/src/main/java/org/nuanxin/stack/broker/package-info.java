/** Kafka, real and on this machine. */
@NullMarked
package org.nuanxin.stack.broker;

import org.jspecify.annotations.NullMarked;
