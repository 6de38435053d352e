package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.SearchPlanned;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/** Searches whose timers fire together ask together. */
@ServiceTest
class TogetherTest {
    /** Four hours, at the time scale of the tests. */
    static final Duration SEARCH_LEAD = Duration.ofMinutes(2);

    static final Duration ENOUGH_TO_BE_PLANNED = Duration.ofSeconds(6);

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void they_are_matched_so_that_all_of_them_are_helped_soonest() {
        Holder between = volunteer("between", 0);
        Holder north = volunteer("north", 3);
        Known.await(between, north);
        Appointment appointment = appointment();
        RequestSubmitted first = submitted(1, appointment);
        RequestSubmitted second = submitted(-2, appointment);

        here.probe.send(first, second);
        here.said(SearchPlanned.class, first.requestId());
        here.said(SearchPlanned.class, second.requestId());

        OfferMade toFirst = here.said(OfferMade.class, first.requestId());
        OfferMade toSecond = here.said(OfferMade.class, second.requestId());
        assertThat(toFirst.at()).as("one transaction").isEqualTo(toSecond.at());
        assertThat(toFirst.volunteer()).isEqualTo(north.subject());
        assertThat(toSecond.volunteer()).isEqualTo(between.subject());
    }

    private static Appointment appointment() {
        var from = Neighbourhood.now().plus(SEARCH_LEAD).plus(ENOUGH_TO_BE_PLANNED);
        return new Appointment(from, from.plusSeconds(60));
    }

    private static Position north(int steps) {
        return new Position(31 + steps / 1000.0, 121);
    }

    private RequestSubmitted submitted(int steps, Appointment appointment) {
        RequestSubmitted any = here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS);
        return new RequestSubmitted(
                any.requestId(),
                any.community(),
                1,
                any.reference(),
                any.serviceType(),
                any.handledBy(),
                any.skill(),
                any.urgency(),
                any.visibility(),
                any.placePath(),
                north(steps),
                null,
                null,
                appointment,
                any.resident(),
                any.reporter(),
                null,
                null,
                false,
                any.channel(),
                List.of(),
                any.at());
    }

    private Holder volunteer(String name, int steps) {
        UUID id = UUID.randomUUID();
        String subject = name + "-" + here.number;
        here.probe.send(new VolunteerChanged(
                id,
                1,
                subject,
                null,
                Holder.Kind.VOLUNTEER,
                true,
                List.of(new VerifiedSkill(here.skill, null)),
                here.grid,
                List.of(here.community),
                0,
                north(steps),
                true,
                false,
                1,
                TravelMode.WALK,
                null,
                null,
                List.of(),
                Neighbourhood.now()));
        return new Holder(Holder.Kind.VOLUNTEER, id.toString(), subject);
    }
}
