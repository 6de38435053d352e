package org.nuanxin.feedback.rates;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Names;

/** The rates of every group, and of all together. */
record RatesView(String by, Row total, List<Row> groups) {
    /**
     * One group.
     *
     * @param key what the group has in common; null for all together
     * @param name where the directory knows one
     */
    record Row(
            @Nullable String key,
            @Nullable Names name,
            Counts counts,
            Rate responseRate,
            Rate solvedRate,
            Rate satisfactionRate,
            Rate responseInTimeRate,
            Rate completionInTimeRate,
            Rate completionUnextendedRate,
            Rate ratingRate) {

        static Row of(@Nullable String key, @Nullable Names name, Counts counts) {
            return new Row(
                    key,
                    name,
                    counts,
                    counts.responseRate(),
                    counts.solvedRate(),
                    counts.satisfactionRate(),
                    counts.responseInTimeRate(),
                    counts.completionInTimeRate(),
                    counts.completionUnextendedRate(),
                    counts.ratingRate());
        }
    }

    static RatesView of(Grouping by, List<Row> rows) {
        return new RatesView(
                by.name().toLowerCase(Locale.ROOT),
                rows.getLast(),
                rows.stream().limit(rows.size() - 1L).toList());
    }
}
