package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;

/** The closed loop through the whole service. */
@ServiceTest
class LoopTest {
    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_request_is_offered_accepted_done_and_closed() {
        Holder li = here.volunteer("li", 1);
        knows(li);
        UUID request = here.submit();
        OfferMade offer = here.offerTo(request, li);

        here.probe.send(here.acceptance(offer));
        assertThat(here.said(RequestAssigned.class, request).holder()).isEqualTo(li);
        here.done(request, li);
        assertThat(here.said(RequestCompleted.class, request).inTime()).isTrue();
        here.probe.send(new RequestRated(
                request, here.community, Solved.YES, 5, false, "resident-" + here.number, Neighbourhood.now()));

        here.said(RequestClosed.class, request);
        here.awaitStatus(request, "closed");
    }

    @Test
    void not_solved_is_reopened_for_a_second_volunteer() {
        Holder li = here.volunteer("li", 1);
        knows(li);
        UUID request = here.submit();
        here.probe.send(here.acceptance(here.offerTo(request, li)));
        here.done(request, li);
        here.said(RequestCompleted.class, request);
        Holder mei = here.volunteer("mei", 1);
        knows(mei);

        here.probe.send(
                new ReopeningAsked(request, here.community, false, "resident-" + here.number, Neighbourhood.now()));

        here.offerTo(request, mei);
        assertThat(here.all(SearchStarted.class, request)).hasSize(2);
        assertThat(here.all(OfferMade.class, request)).hasSize(2);
    }

    @Test
    void a_leak_goes_to_the_desk_and_is_taken_by_the_grid_worker() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        UUID request = here.submit(HandledBy.DUTY_DESK);
        AlertRaised alert = here.probe.awaitEvent(
                AlertRaised.class, raised -> raised.requestId().equals(request));
        assertThat(alert.recipients()).containsExactly("grid-worker-" + here.number);

        take(request).then().statusCode(200).body("status", equalTo("assigned")).body("flags", empty());

        assertThat(here.said(RequestAssigned.class, request).byHand()).isFalse();
        here.probe.awaitEvent(AlertEnded.class, ended -> ended.alertId().equals(alert.alertId()));
        here.done(request, new Holder(Holder.Kind.STAFF, "grid-worker-" + here.number, "grid-worker-" + here.number));
        here.awaitStatus(request, "completed");
    }

    @Test
    void a_person_assigned_by_hand_is_confirmed_by_phone() {
        Holder li = here.volunteer("li", 1, false);
        knows(li);
        UUID request = here.submit();
        here.awaitStatus(request, "manual");
        var assignee = Map.of("kind", "volunteer", "id", li.id());

        here.supervisor()
                .body(Map.of("assignee", assignee))
                .put("/dispatches/" + request + "/assignment")
                .then()
                .statusCode(200)
                .body("flags", hasItem("unconfirmed"))
                .body("responseDueAt", notNullValue());
        here.supervisor()
                .body(Map.of("assignee", assignee, "confirmedBy", "phone"))
                .put("/dispatches/" + request + "/assignment")
                .then()
                .statusCode(200)
                .body("holder.confirmedBy", equalTo("phone"));

        here.said(AssignmentConfirmed.class, request);
    }

    private io.restassured.response.Response take(UUID request) {
        return here.gridWorker()
                .body(Map.of("assignee", Map.of("kind", "staff", "id", "grid-worker-" + here.number)))
                .put("/dispatches/" + request + "/assignment");
    }

    /** Topics are not read in step: a search should not begin before its volunteers are known. */
    private void knows(Holder volunteer) {
        Known.await(volunteer);
    }
}
