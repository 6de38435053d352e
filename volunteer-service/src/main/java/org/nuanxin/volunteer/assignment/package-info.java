/** Assignments (承办): what volunteers, partners and staff hold, and what they report of it. */
@NullMarked
package org.nuanxin.volunteer.assignment;

import org.jspecify.annotations.NullMarked;
