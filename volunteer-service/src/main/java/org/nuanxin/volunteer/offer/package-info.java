/** Offers (接单邀请): what volunteers are asked and what they answer. */
@NullMarked
package org.nuanxin.volunteer.offer;

import org.jspecify.annotations.NullMarked;
