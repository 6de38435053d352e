package org.nuanxin.dispatch.dispatches;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.nuanxin.dispatch.handling.Alert;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Write;

/** The rows of alerts, those that are over too. */
@ApplicationScoped
class AlertRows {
    private static final String PUT = """
            insert into alert (alert_id, request_id, cause, level, place_id, recipients, state, told_at, acknowledged_by)
            select alert_id, request_id, cause, level, place_id, string_to_array(recipients, chr(31)), state, told_at, acknowledged_by
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::timestamptz[], $9::text[])
                as a(alert_id, request_id, cause, level, place_id, recipients, state, told_at, acknowledged_by)
            order by alert_id
            on conflict (alert_id) do update set
                level = excluded.level, place_id = excluded.place_id, recipients = excluded.recipients,
                state = excluded.state, told_at = excluded.told_at, acknowledged_by = excluded.acknowledged_by
            """;

    /** An alert and what it is about. */
    record Of(UUID requestId, Alert alert) {}

    Write put(Collection<Of> changed) {
        if (changed.isEmpty()) return Write.NOTHING;
        List<Of> rows = List.copyOf(changed);
        return Write.of(
                PUT,
                rows.stream().map(row -> row.alert().id()).toArray(UUID[]::new),
                rows.stream().map(Of::requestId).toArray(UUID[]::new),
                texts(rows, alert -> alert.cause().name()),
                texts(rows, alert -> alert.level().name()),
                texts(rows, Alert::placeId),
                texts(rows, alert -> Lists.joined(alert.recipients())),
                texts(rows, alert -> alert.state().name()),
                Sql.times(rows.stream().map(row -> row.alert().toldAt()).toList()),
                rows.stream().map(row -> row.alert().acknowledgedBy()).toArray(String[]::new));
    }

    private static String[] texts(List<Of> rows, Function<Alert, String> column) {
        return rows.stream().map(row -> column.apply(row.alert())).toArray(String[]::new);
    }
}
