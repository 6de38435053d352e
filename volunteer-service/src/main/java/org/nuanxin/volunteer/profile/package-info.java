/** Volunteers (志愿者) and partners (共建单位): what they can do, where and when. */
@NullMarked
package org.nuanxin.volunteer.profile;

import org.jspecify.annotations.NullMarked;
