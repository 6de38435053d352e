package org.nuanxin.feedback.followup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.SqlRow;

/** A follow-up as those see it who may do it. */
record FollowUpView(
        UUID id,
        UUID requestId,
        String serviceType,
        String placeId,
        String cause,
        @Nullable String solved,
        @Nullable Integer score,
        Instant askedAt,
        @Nullable String outcome,
        @Nullable String words,
        @Nullable String by,
        @Nullable Instant doneAt) {
    static final String COLUMNS = """
            f.follow_up_id, f.request_id, f.service_type, f.place_path, f.cause, r.solved, r.score, f.asked_at,
            f.outcome, f.words, f.by, f.done_at""";

    static FollowUpView of(SqlRow row) {
        List<String> path = row.texts(3);
        return new FollowUpView(
                row.uuid(0),
                row.uuid(1),
                row.text(2),
                path.getLast(),
                row.text(4).toLowerCase(Locale.ROOT),
                word(row.textOrNull(5)),
                row.integerOrNull(6),
                row.instant(7),
                word(row.textOrNull(8)),
                row.textOrNull(9),
                row.textOrNull(10),
                row.instantOrNull(11));
    }

    private static @Nullable String word(@Nullable String constant) {
        return constant == null ? null : constant.toLowerCase(Locale.ROOT);
    }
}
