/** What {@code docker-compose.yml} runs of the local stack: the front with the sign-in, the making of topics, the demo data. */
@NullMarked
package org.nuanxin.stack.container;

import org.jspecify.annotations.NullMarked;
