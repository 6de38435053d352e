/** What volunteer-service says of volunteers: kept in the database, and in memory for the look-up of candidates. */
@NullMarked
package org.nuanxin.dispatch.volunteers;

import org.jspecify.annotations.NullMarked;
