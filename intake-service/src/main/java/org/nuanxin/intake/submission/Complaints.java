package org.nuanxin.intake.submission;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/** Everything that is wrong with what was sent, told at once. */
final class Complaints {
    private @Nullable Invalid invalid;

    void add(String field, String reason, Object... arguments) {
        invalid = invalid == null
                ? Invalid.field(field, Complaints.class, reason, arguments)
                : invalid.and(field, Complaints.class, reason, arguments);
    }

    void check(boolean fine, String field, String reason, Object... arguments) {
        if (!fine) {
            add(field, reason, arguments);
        }
    }

    void throwIfAny() {
        if (invalid != null) {
            throw invalid;
        }
    }
}
