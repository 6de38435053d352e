package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.kit.transactions.Sql;

/** Asks volunteers whether their skills and hours are right, when dispatch wonders. */
@ApplicationScoped
public class Questions {
    private static final String ASK = """
            update volunteer set skills_or_hours = true
            where volunteer_id in (
                select volunteer_id from volunteer where volunteer_id = any($1) order by volunteer_id for update)
            """;

    private final Sql sql;

    Questions(Sql sql) {
        this.sql = sql;
    }

    /** In the inbox's transaction. */
    public Uni<Void> take(List<DispatchEvent> events) {
        List<UUID> asked = events.stream()
                .filter(event -> event instanceof OfferRefusalNoted noted && noted.skillsOrHours())
                .map(event -> ((OfferRefusalNoted) event).volunteerId())
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(ASK, (Object) Sql.uuids(asked)).replaceWithVoid();
    }
}
