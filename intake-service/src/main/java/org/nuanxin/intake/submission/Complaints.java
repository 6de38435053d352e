package org.nuanxin.intake.submission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/** Everything that is wrong with what was sent, told at once. */
final class Complaints {
    private final List<String> fields = new ArrayList<>();
    private @Nullable Invalid invalid;

    void add(String field, String reason, Object... arguments) {
        fields.add(field);
        invalid = invalid == null
                ? Invalid.field(field, Complaints.class, reason, arguments)
                : invalid.and(field, Complaints.class, reason, arguments);
    }

    void check(boolean fine, String field, String reason, Object... arguments) {
        if (!fine) {
            add(field, reason, arguments);
        }
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    void throwIfAny() {
        if (invalid != null) {
            throw invalid;
        }
    }
}
