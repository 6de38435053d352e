package org.nuanxin.dispatch.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.experience.AnswerBook.Kind;
import org.nuanxin.dispatch.experience.AnswerCounts;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** What is remembered of volunteers. */
@ServiceTest
class ExperiencesTest {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    @Inject
    Volunteers volunteers;

    @Inject
    AnswerRows answers;

    @Inject
    VolunteerMemory memory;

    @Inject
    Sql sql;

    @Inject
    Vertx vertx;

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void counts_what_they_were_asked_and_did_and_how_it_was() {
        UUID li = known(here.volunteer("li", 1));
        Holder holder = find(li);
        UUID request = here.submit();

        here.probe.send(here.acceptance(here.offerTo(request, holder)));
        here.done(request, holder);
        here.said(RequestCompleted.class, request);
        here.probe.send(new RequestRated(
                request, here.community, Solved.YES, 5, false, "resident-" + here.number, Neighbourhood.now()));
        here.said(RequestClosed.class, request);

        Standing standing = standing(li);
        assertThat(standing.asked()).isEqualTo(1);
        assertThat(standing.helped()).hasSize(1).containsExactly(standing.lastHelpedAt());
        assertThat(standing.ratings()).isEqualTo(1);
        assertThat(standing.stars()).isEqualTo(5);
        assertThat(counts(li)).isEqualTo(new AnswerCounts(1, 0, 0));
    }

    @Test
    void counts_refusals_in_a_row_and_learns_from_them_also_after_a_restart() {
        UUID li = known(here.volunteer("li", 9));
        Holder holder = find(li);
        double before = memory.acceptance(li, "lock-opening", Neighbourhood.now());
        for (int row = 1; row <= 5; row++) {
            UUID request = here.submit();
            OfferMade offer = here.offerTo(request, holder);
            here.probe.send(refusal(offer));
            int refusals = row;
            await().atMost(SOON).until(() -> standing(li).refusals() == refusals);
        }

        assertThat(counts(li).refused()).isCloseTo(5, within(0.001));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(memory.acceptance(li, "lock-opening", Neighbourhood.now()))
                        .isLessThan(before));
        VolunteerMemory restarted = new VolunteerMemory(transactions, volunteers, answers, vertx);
        run(restarted::ready);
        assertThat(restarted.acceptance(li, "lock-opening", Neighbourhood.now()))
                .isLessThan(before);
    }

    @Test
    void counts_what_is_long_ago_for_less() {
        UUID li = known(here.volunteer("li", 1));
        Instant now = Neighbourhood.now();
        List<Experience> yes = List.of(new Experience.Answered(li, "lock-opening", Answer.ACCEPTED));
        Instant longAgo = now.minus(AnswerCounts.HALF_LIFE);

        run(any -> answers.count(yes, longAgo).chain(() -> answers.count(yes, longAgo)));
        assertThat(counts(li)).isEqualTo(new AnswerCounts(2, 0, 0));
        run(any -> answers.count(yes, now));

        assertThat(counts(li)).isEqualTo(new AnswerCounts(2, 0, 0));
    }

    @Test
    void reads_what_was_counted_before_answers_aged() {
        UUID li = known(here.volunteer("li", 1));
        Instant now = Neighbourhood.now();
        int hour = Kind.of("lock-opening", now).hour();
        run(any -> sql.update("""
                insert into volunteer_answer (volunteer_id, service_type, hour, accepted, refused, silent, changed_at)
                values ($1, 'lock-opening', $2, 4, 2, 0, $3)
                """, li, hour, now.minus(AnswerCounts.HALF_LIFE)));

        assertThat(counts(li)).isEqualTo(new AnswerCounts(4, 2, 0));
        run(any -> answers.count(List.of(new Experience.Answered(li, "lock-opening", Answer.SILENT)), now));

        assertThat(counts(li)).isEqualTo(new AnswerCounts(2, 1, 1));
    }

    @Test
    void asks_nobody_whom_another_instance_has_asked_often_enough() {
        UUID li = known(here.volunteer("li", 1));
        run(now -> sql.update("""
                insert into volunteer_standing
                    (volunteer_id, asked_since, asked, helped_at, ratings, stars, refusals, changed_at)
                values ($1, $2, 1000000, '{}', 0, 0, 0, 'epoch')
                """, li, AlertLimits.since(now)));

        memory.remember(li, Standing.NEW);

        UUID request = here.submit();

        here.awaitStatus(request, "manual");
        assertThat(here.all(OfferMade.class, request)).isEmpty();
        assertThat(standing(li).asked()).isEqualTo(1_000_000);
    }

    @Test
    void brings_nobody_together_whom_one_of_them_has_blocked() {
        UUID li = known(here.volunteer("li", 1));
        Holder holder = find(li);
        String resident = "resident-" + here.number;

        Neighbourhood.as(holder.subject(), "volunteer")
                .put("/blocks/" + resident)
                .then()
                .statusCode(204);
        UUID request = here.submit();
        here.awaitStatus(request, "manual");
        String left = "leftOut.'" + li + "'";
        assertThat(here.supervisor()
                        .get("/dispatches/" + request + "/candidates")
                        .<String>path(left))
                .isEqualTo("blocked");
        Neighbourhood.as(holder.subject(), "volunteer")
                .delete("/blocks/" + resident)
                .then()
                .statusCode(204);

        here.offerTo(here.submit(), holder);
    }

    private OfferRefused refusal(OfferMade offer) {
        return new OfferRefused(
                offer.requestId(),
                here.community,
                offer.offerId(),
                offer.volunteerId(),
                offer.volunteer(),
                Neighbourhood.now());
    }

    private UUID known(Holder volunteer) {
        UUID id = UUID.fromString(volunteer.id());
        await().atMost(SOON)
                .until(() -> transactions
                        .read(() -> volunteers.find(Set.of(id)))
                        .await()
                        .atMost(SOON)
                        .containsKey(id));
        return id;
    }

    private Holder find(UUID id) {
        var profile = Objects.requireNonNull(transactions
                        .read(() -> volunteers.find(Set.of(id)))
                        .await()
                        .atMost(SOON)
                        .get(id))
                .profile();
        return new Holder(profile.kind(), id.toString(), profile.subject());
    }

    private Standing standing(UUID id) {
        return Objects.requireNonNull(transactions
                        .read(() -> volunteers.find(Set.of(id)))
                        .await()
                        .atMost(SOON)
                        .get(id))
                .standing();
    }

    private AnswerCounts counts(UUID id) {
        return transactions.read(() -> answers.since(Instant.EPOCH)).await().atMost(SOON).stream()
                .filter(row -> row.line().volunteerId().equals(id))
                .map(AnswerRows.Row::counts)
                .reduce(
                        AnswerCounts.NONE,
                        (one, other) -> new AnswerCounts(
                                one.accepted() + other.accepted(),
                                one.refused() + other.refused(),
                                one.silent() + other.silent()));
    }

    private <T> void run(Function<Instant, Uni<T>> work) {
        transactions.run(work).await().atMost(SOON);
    }
}
