package org.nuanxin.volunteer.assignment;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.transactions.Sql;

/** What is known of the requests themselves; everything runs in the current session. */
@ApplicationScoped
class Matters {
    private static final String PUT = """
            insert into matter (request_id, version, submitted)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[])
            on conflict (request_id) do update set version = excluded.version, submitted = excluded.submitted
            where matter.version < excluded.version
            """;

    private final Sql sql;

    Matters(Sql sql) {
        this.sql = sql;
    }

    Uni<Map<UUID, RequestSubmitted>> of(Collection<UUID> requestIds) {
        return sql.query(
                        row -> EventJson.stored(row.text(0), RequestSubmitted.class),
                        "select submitted from matter where request_id = any($1) order by request_id",
                        (Object) Sql.uuids(requestIds))
                .map(found -> found.stream().collect(toMap(RequestSubmitted::requestId, matter -> matter)));
    }

    /** In the inbox's transaction. */
    Uni<Void> learn(List<RequestEvent> events) {
        List<UUID> ids = events.stream().map(RequestEvent::requestId).distinct().toList();
        return Sql.inOneTrip(lock(ids), of(ids)).chain(known -> put(applied(known, events)));
    }

    private Uni<?> lock(List<UUID> ids) {
        return sql.query("select from matter where request_id = any($1) order by request_id for update", (Object)
                Sql.uuids(ids));
    }

    private static Map<UUID, RequestSubmitted> applied(Map<UUID, RequestSubmitted> known, List<RequestEvent> events) {
        Map<UUID, RequestSubmitted> newest = new TreeMap<>(known);
        for (RequestEvent event : events) {
            Optional<RequestSubmitted> before = Optional.ofNullable(newest.get(event.requestId()));
            if (before.map(RequestSubmitted::version).orElse(0L) >= event.version()) continue;
            switch (event) {
                case RequestSubmitted submitted -> newest.put(submitted.requestId(), submitted);
                case RequestAmended amended ->
                    before.ifPresent(matter -> newest.put(matter.requestId(), amended(matter, amended)));
                case AppointmentProposalDenied _, RequestWithdrawn _ -> {} // dispatch tells the holder
            }
        }
        return newest;
    }

    private static RequestSubmitted amended(RequestSubmitted matter, RequestAmended amended) {
        return new RequestSubmitted(
                matter.requestId(),
                matter.community(),
                amended.version(),
                matter.reference(),
                matter.serviceType(),
                matter.handledBy(),
                matter.skill(),
                matter.urgency(),
                matter.visibility(),
                amended.placePath(),
                amended.position(),
                amended.floor(),
                amended.lift(),
                amended.appointment(),
                matter.resident(),
                matter.reporter(),
                matter.client(),
                matter.beneficiary(),
                matter.forBeneficiary(),
                matter.channel(),
                matter.checks(),
                matter.at());
    }

    private Uni<Void> put(Map<UUID, RequestSubmitted> matters) {
        return sql.update(
                        PUT,
                        Sql.uuids(matters.keySet()),
                        matters.values().stream().map(RequestSubmitted::version).toArray(Long[]::new),
                        matters.values().stream().map(EventJson::write).toArray(String[]::new))
                .replaceWithVoid();
    }
}
