package org.nuanxin.volunteer.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes with a report; the words never leave this service. */
record Said(@Nullable String words, List<String> checks, List<UUID> photoIds) {
    static final Said NOTHING = new Said(null, List.of(), List.of());

    static Said words(@Nullable String words) {
        return new Said(words, List.of(), List.of());
    }
}
