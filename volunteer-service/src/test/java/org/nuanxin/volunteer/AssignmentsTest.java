package org.nuanxin.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.nuanxin.volunteer.Scene.CHECK;
import static org.nuanxin.volunteer.Scene.SOON;
import static org.nuanxin.volunteer.Scene.anybody;
import static org.nuanxin.volunteer.Scene.as;
import static org.nuanxin.volunteer.Scene.meanwhile;
import static org.nuanxin.volunteer.Scene.staff;
import static org.nuanxin.volunteer.Scene.status;
import static org.nuanxin.volunteer.Scene.submitted;
import static org.nuanxin.volunteer.Scene.volunteer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.AssignmentConfirmationReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.ReleaseAsked;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Topic;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** An assignment, from dispatch's word to the holder's reports and back. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class AssignmentsTest {
    final PlayedDispatch dispatch = new PlayedDispatch();
    final UUID request = dispatch.requestId;
    final Holder li = anybody();
    Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set();
        scene.probe.send(submitted(request));
    }

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void goes_by_the_holders_reports_to_its_completion() {
        held(li);

        reported(li, "start", SetOffReported.class, dispatch.seesOff(li)).then().body("status", equalTo("on_the_way"));
        reported(li, "arrival", ArrivalReported.class, dispatch.seesArrive(li))
                .then()
                .body("status", equalTo("in_progress"));
        reported(li, "completion", CompletionReported.class, dispatch.completes(li, CHECK))
                .then()
                .body("status", equalTo("completed"))
                .body("request.reference", equalTo("NX-7K3F-92QD"))
                .body("request.area", equalTo("Jinkang Micro-grid 1"));

        report(li, "start").then().statusCode(200).body("status", equalTo("completed"));
        report(li, "completion").then().statusCode(200);
        assertThat(said(AnswerEvent.class)).hasSize(3);
        assertThat(said(CompletionReported.class)).singleElement().satisfies(completion -> {
            assertThat(completion.checks()).containsExactly(CHECK);
            assertThat(completion.holder()).isEqualTo(li);
            assertThat(completion.by()).isEqualTo(li.subject());
        });

        scene.probe.send(dispatch.closes());
        await().atMost(SOON).until(() -> status(li, request).equals("closed"));
    }

    @Test
    void is_not_completed_without_its_checks() {
        held(li);
        scene.probe.send(dispatch.seesOff(li), dispatch.seesArrive(li));
        await().atMost(SOON).until(() -> status(li, request).equals("in_progress"));

        // its code is told until the kind of help is known
        await().atMost(SOON)
                .untilAsserted(() -> completed(li, "en", List.of())
                        .then()
                        .statusCode(400)
                        .body("title", equalTo("Invalid"))
                        .body("errors.field", contains("checks"))
                        .body(
                                "errors.reason",
                                contains("To be checked before completion: Resident's identity checked.")));
        completed(li, "zh-CN", List.of()).then().statusCode(400).body("errors.reason", contains("办结前须核对：住户身份已核验。"));
        completed(li, "en", List.of(CHECK, "the key was under the mat"))
                .then()
                .statusCode(400)
                .body("errors.reason", contains("This request asks for no such check."));

        assertThat(said(CompletionReported.class)).isEmpty();
    }

    @Test
    void of_staff_is_confirmed_and_listed_like_a_volunteers() {
        Holder wang = staff();
        scene.probe.send(dispatch.assigns(wang, null));
        await().atMost(SOON).until(() -> status(wang, request).equals("assigned"));

        as(Tokens.of(wang.subject(), "grid-worker"))
                .get("/volunteers/me/assignments")
                .then()
                .body("requestId", contains(request.toString()))
                .body("confirmed", contains(false))
                .body("heldAs", contains("STAFF"));
        reported(wang, "confirmation", AssignmentConfirmationReported.class, dispatch.confirms(wang))
                .then()
                .body("confirmed", equalTo(true))
                .body("status", equalTo("assigned"));
        reported(wang, "start", SetOffReported.class, dispatch.seesOff(wang));

        report(wang, "confirmation").then().statusCode(200);
        assertThat(said(AssignmentConfirmationReported.class)).hasSize(1);
    }

    @Test
    void is_given_back_with_words_that_stay_here() {
        held(li);

        reported(li, "release", ReleaseAsked.class, dispatch.releases(li, ReleaseCause.GIVEN_BACK))
                .then()
                .body("status", equalTo("released"));

        report(li, "release").then().statusCode(200);
        report(li, "start").then().statusCode(409).body("title", equalTo("AssignmentOver"));
        assertThat(said(AnswerEvent.class)).hasSize(1);
        assertThat(scene.probe.records(Topic.ANSWERS).toString()).doesNotContain("twisted");
    }

    @Test
    void on_which_dispatch_says_nothing_answers_202_and_is_said_once() {
        held(li);

        report(li, "start").then().statusCode(202).body("status", equalTo("assigned"));
        report(li, "start").then().statusCode(202);

        scene.probe.awaitEvent(SetOffReported.class, this::isHere);
        assertThat(said(SetOffReported.class)).hasSize(1);
    }

    @Test
    void that_dispatch_rejects_a_report_on_answers_409_and_may_be_reported_on_again() {
        held(li);

        reported(li, "arrival", ArrivalReported.class, dispatch.rejects(li, "ARRIVAL", "WRONG_STATUS"), 409)
                .then()
                .contentType("application/problem+json")
                .body("title", equalTo("OutOfTurn"));
        reported(li, "start", SetOffReported.class, dispatch.rejects(li, "SET_OFF", "NOT_HOLDER"), 409)
                .then()
                .body("title", equalTo("AssignmentOver"));

        reported(li, "start", SetOffReported.class, dispatch.seesOff(li));
        assertThat(said(SetOffReported.class)).hasSize(2);
    }

    @Test
    void of_somebody_else_is_not_found() {
        held(li);

        report(anybody(), "start").then().statusCode(404).body("title", equalTo("NotFound"));

        assertThat(said(AnswerEvent.class)).isEmpty();
    }

    @Test
    void that_may_just_have_been_won_is_not_yet_known() {
        OfferMade offer = scene.offered(dispatch.asks(li));
        as(volunteer(li.subject()))
                .put("/offers/" + offer.offerId() + "/acceptance")
                .then()
                .statusCode(202);

        report(li, "start").then().statusCode(409).header("Retry-After", "1").body("title", equalTo("NotYetKnown"));
    }

    @Test
    void is_waited_for_when_it_is_just_under_way() {
        var start = meanwhile(() -> report(li, "start"));
        scene.probe.send(dispatch.assigns(li, null));
        scene.probe.awaitEvent(SetOffReported.class, this::isHere);
        scene.probe.send(dispatch.confirms(li), dispatch.seesOff(li));

        start.join().then().statusCode(200).body("status", equalTo("on_the_way"));
    }

    @Test
    void ends_when_the_request_does_even_if_told_before_it_began() {
        DispatchEvent assigned = dispatch.assigns(li, null);
        scene.probe.send(dispatch.callsOff());
        scene.probe.send(assigned);

        await().atMost(SOON).until(() -> status(li, request).equals("withdrawn"));
    }

    @Test
    void is_never_set_back_by_an_older_word() {
        DispatchEvent assigned = dispatch.assigns(li, null);
        DispatchEvent setOff = dispatch.seesOff(li);
        scene.probe.send(setOff);
        await().atMost(SOON).until(() -> status(li, request).equals("on_the_way"));
        PlayedDispatch another = new PlayedDispatch();
        scene.probe.send(assigned, another.assigns(li, null));
        await().atMost(SOON).until(() -> status(li, another.requestId).equals("assigned"));

        assertThat(status(li, request)).isEqualTo("on_the_way");
    }

    @Test
    void tells_the_resident_and_the_staff_of_the_place_who_helps_and_nobody_else() {
        Holder song = Scene.registered();
        held(song);
        String helper = "/assignments/" + request + "/helper";

        as(Tokens.of("resident-1", "resident"))
                .get(helper)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("宋师傅"))
                .body("skill", equalTo("locksmith"))
                .body("verified", equalTo(false));
        as(Scene.supervisor()).get(helper).then().statusCode(200);
        as(Tokens.of("supervisor-2", "supervisor").withPlaces("community-2"))
                .get(helper)
                .then()
                .statusCode(404);
        as(Tokens.of("resident-2", "resident").withPlaces("community-1"))
                .get(helper)
                .then()
                .statusCode(404);
    }

    private void held(Holder holder) {
        OfferMade offer = dispatch.asks(holder);
        scene.probe.send(offer, dispatch.assigns(holder, offer));
        await().atMost(SOON).until(() -> status(holder, request).equals("assigned") && isRequestKnown(holder));
    }

    private boolean isRequestKnown(Holder holder) {
        return as(volunteer(holder.subject())).get("/assignments/" + request).path("request.serviceType.name") != null;
    }

    private Response reported(Holder holder, String step, Class<? extends AnswerEvent> told, DispatchEvent word) {
        return reported(holder, step, told, word, 200);
    }

    /** The holder reports, and dispatch says its word on it while the call waits. */
    private Response reported(
            Holder holder, String step, Class<? extends AnswerEvent> told, DispatchEvent word, int status) {
        int before = said(told).size();
        var answer = meanwhile(() -> report(holder, step));
        scene.probe.awaitEvents(told, this::isHere, before + 1);
        scene.probe.send(word);
        Response response = answer.join();
        response.then().statusCode(status);
        return response;
    }

    private Response report(Holder holder, String step) {
        var call = as(volunteer(holder.subject()));
        switch (step) {
            case "completion" -> call.body(Map.of("note", "lock opened", "checks", List.of(CHECK)));
            case "release" -> call.body(Map.of("reason", "I have twisted my ankle"));
            default -> {}
        }
        return call.put("/assignments/" + request + "/" + step);
    }

    private Response completed(Holder holder, String language, List<String> checks) {
        return as(volunteer(holder.subject()), language)
                .body(Map.of("checks", checks))
                .put("/assignments/" + request + "/completion");
    }

    private boolean isHere(AnswerEvent event) {
        return event.requestId().equals(request);
    }

    private <E extends AnswerEvent> List<E> said(Class<E> type) {
        Predicate<AnswerEvent> here = this::isHere;
        return scene.probe.events(type).stream().filter(here).toList();
    }
}
