package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RejectionReason;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.Holder;
import org.nuanxin.testing.KafkaProbe;

/** Who wins when many accept at once: exactly one, and everybody is told. */
@ServiceTest
class RaceTest {
    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void of_two_volunteers_exactly_one_gets_it() {
        Holder li = here.volunteer("li", 1);
        Holder mei = here.volunteer("mei", 1);
        Known.await(li, mei);
        UUID request = here.submit();
        OfferMade first = here.offerTo(request, li);
        OfferMade second = here.offerTo(request, mei);

        here.probe.send(here.acceptance(first), here.acceptance(second));

        assertThat(here.said(RequestAssigned.class, request).holder()).isEqualTo(li);
        assertThat(here.said(AcceptanceRejected.class, request).reason()).isEqualTo(RejectionReason.TAKEN);
    }

    @Test
    void of_a_hundred_volunteers_exactly_one_gets_it_and_each_gets_one_word() {
        Holder[] hundred = IntStream.range(0, 100)
                .mapToObj(i -> here.volunteer("v" + i, 1))
                .toArray(Holder[]::new);
        Known.await(hundred);
        UUID request = here.submit();
        List<OfferMade> offers = here.probe.awaitEvents(
                OfferMade.class, offer -> offer.requestId().equals(request), 100);

        List<ProducerRecord<String, String>> acceptances = new ArrayList<>(
                offers.stream().map(here::acceptance).map(KafkaProbe::record).toList());
        acceptances.forEach(here.probe::send);

        here.probe.awaitEvents(
                AcceptanceRejected.class, told -> told.requestId().equals(request), 99);
        assertThat(here.all(RequestAssigned.class, request)).hasSize(1);
        assertThat(here.all(AcceptanceRejected.class, request))
                .hasSize(99)
                .allMatch(told -> told.reason() == RejectionReason.TAKEN)
                .extracting(AcceptanceRejected::offerId)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_volunteer_with_room_for_one_gets_one_of_two_requests() {
        Holder li = here.volunteer("li", 1);
        Known.await(li);
        UUID one = here.submit();
        UUID other = here.submit();
        OfferMade first = here.offerTo(one, li);
        OfferMade second = here.offerTo(other, li);

        here.probe.send(here.acceptance(first), here.acceptance(second));

        here.said(RequestAssigned.class, one);
        assertThat(here.said(AcceptanceRejected.class, other).reason()).isEqualTo(RejectionReason.CAPACITY);
    }

    @Test
    void an_acceptance_delivered_twice_wins_once() {
        Holder li = here.volunteer("li", 2);
        Known.await(li);
        UUID request = here.submit();
        var acceptance = KafkaProbe.record(here.acceptance(here.offerTo(request, li)));

        here.probe.send(acceptance);
        here.probe.send(acceptance);
        here.done(request, li);

        here.awaitStatus(request, "completed");
        assertThat(here.all(RequestAssigned.class, request)).hasSize(1);
        assertThat(here.all(AcceptanceRejected.class, request)).isEmpty();
    }
}
