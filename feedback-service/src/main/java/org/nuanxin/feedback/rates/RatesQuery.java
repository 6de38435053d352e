package org.nuanxin.feedback.rates;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which matters count, and how they are told apart.
 *
 * @param place with all places below it; null for no such bound
 * @param held the caller's places, of which a matter must lie in one; null for no such bound
 */
record RatesQuery(
        @Nullable String place,
        @Nullable Set<String> held,
        @Nullable String type,
        Period period,
        Grouping by) {}
