package org.nuanxin.volunteer.offer;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/** Offers as they are stored; everything runs in the current session. */
@ApplicationScoped
class Offers {
    private static final String SELECT = """
            select o.question, coalesce(w.status, 'OPEN'), w.reason, a.answer
            from offer o left join offer_word w using (offer_id) left join offer_answer a using (offer_id)
            """;
    private static final String ASK = """
            insert into offer (offer_id, request_id, volunteer, asked_at, question)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[])
            on conflict do nothing
            """;
    private static final String SAY = """
            insert into offer_word (offer_id, version, status, reason)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[])
            on conflict (offer_id) do update
            set version = excluded.version, status = excluded.status, reason = excluded.reason
            where offer_word.version < excluded.version
            """;
    private static final String ANSWER = """
            insert into offer_answer (offer_id, answer, words, by, at) values ($1, $2, $3, $4, $5)
            on conflict (offer_id) do update
            set answer = excluded.answer, words = excluded.words, by = excluded.by, at = excluded.at
            """;

    private final Sql sql;

    Offers(Sql sql) {
        this.sql = sql;
    }

    Uni<Optional<Offer>> madeTo(String volunteer, UUID offerId) {
        return first(SELECT + "where o.offer_id = $1 and o.volunteer = $2", offerId, volunteer);
    }

    /** Locked until the transaction ends; read after the lock, so that it shows what who held it has written. */
    Uni<Optional<Offer>> lock(String volunteer, UUID offerId) {
        return Sql.inOneTrip(
                sql.query("select from offer where offer_id = $1 for update", offerId), madeTo(volunteer, offerId));
    }

    /** The newest first. */
    Uni<List<Offer>> madeTo(String volunteer, int limit) {
        return sql.query(
                Offers::offer, SELECT + "where o.volunteer = $1 order by o.asked_at desc limit $2", volunteer, limit);
    }

    Uni<List<Offer>> acceptedBy(String volunteer, UUID requestId) {
        return sql.query(
                Offers::offer,
                SELECT + "where o.volunteer = $1 and o.request_id = $2 and a.answer = 'ACCEPTED'",
                volunteer,
                requestId);
    }

    Uni<Map<UUID, String>> volunteers(Collection<UUID> offerIds) {
        return sql.query("select offer_id, volunteer from offer where offer_id = any($1)", (Object) Sql.uuids(offerIds))
                .map(rows -> rows.stream().collect(toMap(row -> row.uuid(0), row -> row.text(1))));
    }

    Uni<Void> ask(List<OfferMade> questions) {
        if (questions.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        ASK,
                        questions.stream().map(OfferMade::offerId).toArray(UUID[]::new),
                        questions.stream().map(OfferMade::requestId).toArray(UUID[]::new),
                        questions.stream().map(OfferMade::volunteer).toArray(String[]::new),
                        Sql.times(questions.stream().map(OfferMade::at).toList()),
                        questions.stream().map(EventJson::write).toArray(String[]::new))
                .replaceWithVoid();
    }

    /** The newest word on each offer stays, in whatever order they come. */
    Uni<Void> say(List<OfferWord> words) {
        Map<UUID, OfferWord> newest = words.stream()
                .collect(toMap(
                        OfferWord::offerId,
                        word -> word,
                        maxBy(Comparator.comparingLong(OfferWord::version)),
                        TreeMap::new));
        List<OfferWord> said = new ArrayList<>(newest.values());
        return sql.update(
                        SAY,
                        Sql.uuids(newest.keySet()),
                        said.stream().map(OfferWord::version).toArray(Long[]::new),
                        said.stream().map(word -> word.status().name()).toArray(String[]::new),
                        said.stream().map(OfferWord::reason).toArray(String[]::new))
                .replaceWithVoid();
    }

    Write answer(UUID offerId, Answer answer, @Nullable String words, String by, Instant now) {
        return Write.of(ANSWER, offerId, answer, words, by, now);
    }

    private Uni<Optional<Offer>> first(String select, Object... parameters) {
        return sql.query(Offers::offer, select, parameters)
                .map(found -> found.stream().findFirst());
    }

    private static Offer offer(SqlRow row) {
        String answer = row.textOrNull(3);
        return new Offer(
                EventJson.stored(row.text(0), OfferMade.class),
                OfferStatus.valueOf(row.text(1)),
                row.textOrNull(2),
                answer == null ? null : Answer.valueOf(answer));
    }
}
