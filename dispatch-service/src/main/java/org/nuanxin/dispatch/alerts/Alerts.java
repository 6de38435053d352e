package org.nuanxin.dispatch.alerts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nuanxin.dispatch.dispatches.Cursor;
import org.nuanxin.kit.transactions.Sql;

/** Alerts of some places that have been told, the oldest first. */
@ApplicationScoped
class Alerts {
    private static final String SELECT = """
            select a.alert_id, a.request_id, a.cause, a.level, a.place_id, a.recipients, a.state, a.told_at, a.acknowledged_by
            from alert a join dispatch d using (request_id)
            where d.place_path && $1::text[] and a.told_at is not null
            """;
    private static final String PAGE = SELECT + """
                and a.state = any($2) and (a.told_at, a.alert_id) > ($3, $4)
            order by a.told_at, a.alert_id
            limit $5
            """;
    private static final String ONE = SELECT + " and a.alert_id = $2";

    private final Sql sql;

    Alerts(Sql sql) {
        this.sql = sql;
    }

    Uni<List<AlertView>> page(Collection<String> places, Collection<String> states, Cursor after, int rows) {
        return sql.query(AlertView::of, PAGE, Sql.texts(places), Sql.texts(states), after.at(), after.id(), rows);
    }

    Uni<List<AlertView>> find(Collection<String> places, UUID alertId) {
        return sql.query(AlertView::of, ONE, Sql.texts(places), alertId);
    }
}
