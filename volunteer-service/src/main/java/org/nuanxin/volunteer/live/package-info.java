/** What a person's app hears. */
@NullMarked
package org.nuanxin.volunteer.live;

import org.jspecify.annotations.NullMarked;
