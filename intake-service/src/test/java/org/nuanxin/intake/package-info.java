/** The service as a whole, on real PostgreSQL and Kafka. */
@NullMarked
package org.nuanxin.intake;

import org.jspecify.annotations.NullMarked;
