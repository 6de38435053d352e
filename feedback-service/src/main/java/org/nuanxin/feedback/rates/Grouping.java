package org.nuanxin.feedback.rates;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/** By what figures are told apart. Each says, in SQL, under which key a matter {@code m} counts. */
enum Grouping {
    /** The places next below the one asked for ($1), or communities where none is asked for. */
    PLACE(
            "case when $1::text is null then m.community "
                    + "else coalesce(m.place_path[array_position(m.place_path, $1) + 1], $1) end",
            "place:"),
    TYPE("m.service_type", "type:"),
    CHANNEL("m.channel", ""),
    /** Whoever completed it last; nobody, where it has not been completed. */
    VOLUNTEER("coalesce(m.handler_id, '')", ""),
    /** ISO week of the submission in the country's one time zone. */
    WEEK("to_char(m.submitted_at at time zone 'Asia/Shanghai', 'IYYY-\"W\"IW')", "");

    private final String key;
    private final String directoryPrefix;

    Grouping(String key, String directoryPrefix) {
        this.key = key;
        this.directoryPrefix = directoryPrefix;
    }

    String key() {
        return key;
    }

    /** What stands before a key in the directory, where it is named there. */
    String directoryPrefix() {
        return directoryPrefix;
    }

    static Grouping named(@Nullable String by) {
        if (by == null || by.isEmpty()) return PLACE;
        return Arrays.stream(values())
                .filter(grouping -> grouping.name().equalsIgnoreCase(by))
                .findFirst()
                .orElseThrow(() -> Invalid.field("by", Grouping.class, "UnknownGrouping"));
    }
}
