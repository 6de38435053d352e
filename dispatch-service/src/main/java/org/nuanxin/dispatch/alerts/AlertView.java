package org.nuanxin.dispatch.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.dispatches.Words;
import org.nuanxin.kit.transactions.SqlRow;

/**
 * An alert as the console shows it.
 *
 * @param state open, acknowledged or ended
 */
public record AlertView(
        UUID id,
        UUID requestId,
        String cause,
        String level,
        String placeId,
        List<String> recipients,
        String state,
        Instant toldAt,
        @Nullable String acknowledgedBy) {

    static AlertView of(SqlRow row) {
        return new AlertView(
                row.uuid(0),
                row.uuid(1),
                Words.of(row.text(2)),
                Words.of(row.text(3)),
                row.text(4),
                row.texts(5),
                Words.of(row.text(6)),
                row.instant(7),
                row.textOrNull(8));
    }
}
