package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.Status;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.volunteers.Volunteers;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Urgency;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** What is decided together in one transaction counts for one another, matched together or not. */
@ServiceTest
class OneTransactionTest {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    @Inject
    DispatchService dispatch;

    @Inject
    Dispatches dispatches;

    @Inject
    Volunteers volunteers;

    @Inject
    PolicyBook policies;

    @Inject
    Sql sql;

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void two_requests_do_not_spend_the_same_last_question() {
        Holder li = here.volunteer("li", 9);
        Known.await(li);
        here.offerTo(here.submit(), li);
        leaveOneQuestion(li);
        RequestSubmitted one = here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS);
        RequestSubmitted other = here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS);

        run(now -> dispatch.take(List.of(submitted(one), submitted(other)), now));

        assertThat(Stream.of(one, other).map(RequestSubmitted::requestId).map(this::handling))
                .extracting(handling -> handling.offers().size())
                .containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void two_acceptances_do_not_fill_the_same_last_place() {
        Holder li = here.volunteer("li", 1);
        Known.await(li);
        OfferAccepted one = here.acceptance(here.offerTo(here.submit(), li));
        OfferAccepted other = here.acceptance(here.offerTo(here.submit(), li));

        run(now -> dispatch.take(List.of(accepted(one), accepted(other)), now));

        assertThat(handling(one.requestId()).status()).isEqualTo(Status.ASSIGNED);
        assertThat(handling(other.requestId()).status()).isNotEqualTo(Status.ASSIGNED);
        assertThat(held(li)).isEqualTo(1);
    }

    private void leaveOneQuestion(Holder volunteer) {
        run(now -> policies.ready(Set.of())
                .chain(() -> sql.update(
                        "update volunteer_standing set asked = $2 where volunteer_id = $1",
                        UUID.fromString(volunteer.id()),
                        policies.newest(here.grid, "lock-opening", Urgency.URGENT)
                                        .limits()
                                        .at(now)
                                - 1)));
    }

    private int held(Holder volunteer) {
        UUID id = UUID.fromString(volunteer.id());
        return Objects.requireNonNull(run(now -> volunteers.find(Set.of(id))).get(id))
                .held();
    }

    private Handling handling(UUID request) {
        return run(now -> dispatches.find(request));
    }

    private <T> T run(Function<Instant, Uni<T>> work) {
        return transactions.run(work).await().atMost(SOON);
    }

    private static Happening submitted(RequestSubmitted request) {
        return new Happening(request.requestId(), new Input.Asked(request));
    }

    private static Happening accepted(OfferAccepted acceptance) {
        return new Happening(acceptance.requestId(), new Input.Answered(acceptance));
    }
}
