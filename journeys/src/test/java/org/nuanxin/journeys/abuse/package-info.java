/** What nobody should ever send, sent to every operation of every service. */
@NullMarked
package org.nuanxin.journeys.abuse;

import org.jspecify.annotations.NullMarked;
