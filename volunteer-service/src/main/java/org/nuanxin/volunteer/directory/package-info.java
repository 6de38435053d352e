/** Places and service types as intake-service tells them. */
@NullMarked
package org.nuanxin.volunteer.directory;

import org.jspecify.annotations.NullMarked;
