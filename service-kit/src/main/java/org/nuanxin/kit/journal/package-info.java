/** Events leave a service through its journal: written with the state they tell of, sent by one relay, kept for refilling Kafka. */
@NullMarked
package org.nuanxin.kit.journal;

import org.jspecify.annotations.NullMarked;
