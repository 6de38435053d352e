package org.nuanxin.dispatch.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.UUID;
import org.nuanxin.kit.timeline.TimelineEntry;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Whether something that happened in a community is about a request of the caller's own places. */
@ApplicationScoped
class Visibility {
    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;

    Visibility(Transactions transactions, Sql sql, ObjectMapper json) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
    }

    Uni<Boolean> of(TimelineEntry entry, Collection<String> places) {
        return transactions
                .read(() -> sql.query(
                        "select 1 from dispatch where request_id = $1 and place_path && $2::text[]",
                        requestId(entry),
                        Sql.texts(places)))
                .map(rows -> !rows.isEmpty());
    }

    private UUID requestId(TimelineEntry entry) {
        try {
            return UUID.fromString(json.readTree(entry.data()).path("requestId").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
