package org.nuanxin.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.nuanxin.volunteer.Scene.SOON;
import static org.nuanxin.volunteer.Scene.anybody;
import static org.nuanxin.volunteer.Scene.as;
import static org.nuanxin.volunteer.Scene.meanwhile;
import static org.nuanxin.volunteer.Scene.status;
import static org.nuanxin.volunteer.Scene.volunteer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RejectionReason;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** An offer, from the question to dispatch's word on the answer. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class OffersTest {
    final PlayedDispatch dispatch = new PlayedDispatch();
    final Holder li = anybody();
    Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set();
    }

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void is_shown_in_the_volunteers_language_without_a_door() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        await().atMost(SOON)
                .untilAsserted(() -> as(volunteer(li.subject()))
                        .get("/offers/" + offer.offerId())
                        .then()
                        .body("serviceType.code", equalTo("lock-opening"))
                        .body("serviceType.name", equalTo("Lock opening"))
                        .body("area", equalTo("Jinkang Micro-grid 1"))
                        .body("fee", equalTo("Free; materials at cost"))
                        .body("reason", equalTo("10 minutes away on foot, certificate valid, last job 6 days ago"))
                        .body("distanceMetres", equalTo(640)));
        as(volunteer(li.subject()), "zh-CN")
                .get("/volunteers/me/offers")
                .then()
                .body("id", contains(offer.offerId().toString()))
                .body("serviceType.name", contains("开锁"))
                .body("reason", contains("步行约10分钟，证书有效，上次帮忙是6天前"));
    }

    @Test
    void that_is_the_fifth_refused_in_a_row_asks_once_about_skills_and_hours() {
        Holder mei = Scene.registered();
        var me = as(volunteer(mei.subject()));
        OfferMade offer = scene.offered(dispatch.asks(mei));
        me.get("/volunteers/me").then().body("skillsOrHours", equalTo(false));

        scene.probe.send(dispatch.wonders(offer));
        await().atMost(SOON)
                .until(() -> as(volunteer(mei.subject())).get("/volunteers/me").<Boolean>path("skillsOrHours"));

        as(volunteer(mei.subject()))
                .delete("/volunteers/me/skills-or-hours")
                .then()
                .statusCode(200)
                .body("skillsOrHours", equalTo(false));
        scene.probe.send(dispatch.wonders(offer));
        await().atMost(SOON)
                .until(() -> as(volunteer(mei.subject())).get("/volunteers/me").<Boolean>path("skillsOrHours"));
        as(volunteer(mei.subject()))
                .body(java.util.Map.of("onDuty", true))
                .put("/volunteers/me/duty")
                .then()
                .body("skillsOrHours", equalTo(false));
    }

    @Test
    void that_is_accepted_and_won_answers_200_with_the_assignment_and_so_does_saying_it_again() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        var answer = meanwhile(() -> accept(li, offer));
        OfferAccepted said =
                scene.probe.awaitEvent(OfferAccepted.class, e -> e.offerId().equals(offer.offerId()));
        scene.probe.send(dispatch.assigns(li, offer));

        answer.join().then().statusCode(200).body("status", equalTo("assigned"));
        assertThat(said.by()).isEqualTo(li.subject());
        accept(li, offer)
                .then()
                .statusCode(200)
                .body("requestId", equalTo(offer.requestId().toString()));
        assertThat(acceptances(offer)).isEqualTo(1);
    }

    @Test
    void that_somebody_else_took_answers_409_in_the_callers_language() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        var answer = meanwhile(() -> accept(li, offer));
        scene.probe.awaitEvent(OfferAccepted.class, e -> e.offerId().equals(offer.offerId()));
        scene.probe.send(dispatch.rejects(offer, offer.volunteerId(), RejectionReason.TAKEN));

        answer.join()
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("title", equalTo("OfferTaken"))
                .body("detail", equalTo("Somebody else has taken this request."));
        as(volunteer(li.subject()), "zh-CN")
                .put("/offers/" + offer.offerId() + "/acceptance")
                .then()
                .statusCode(409)
                .body("detail", equalTo("已有其他人接单。"));
    }

    @Test
    void that_is_withdrawn_cannot_be_accepted() {
        OfferMade offer = scene.offered(dispatch.asks(li));
        scene.probe.send(dispatch.withdraws(offer, OfferEnd.REQUEST_WITHDRAWN));
        await().atMost(SOON).until(() -> status(offer).equals("withdrawn"));

        accept(li, offer).then().statusCode(409).body("title", equalTo("OfferWithdrawn"));

        assertThat(acceptances(offer)).isZero();
    }

    @Test
    void on_which_dispatch_says_nothing_answers_202_and_is_said_once_however_often_it_is_accepted() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        var onOnePhone = meanwhile(() -> accept(li, offer));
        var onAnother = meanwhile(() -> accept(li, offer));

        onOnePhone.join().then().statusCode(202).body("pending", equalTo(true)).body("status", equalTo("open"));
        onAnother.join().then().statusCode(202);
        accept(li, offer).then().statusCode(202);

        scene.probe.awaitEvent(OfferAccepted.class, e -> e.offerId().equals(offer.offerId()));
        assertThat(acceptances(offer)).isEqualTo(1);
    }

    @Test
    void that_has_lapsed_is_still_welcome() {
        OfferMade offer = scene.offered(dispatch.asks(li));
        scene.probe.send(dispatch.lapses(offer));
        await().atMost(SOON).until(() -> status(offer).equals("lapsed"));

        var answer = meanwhile(() -> accept(li, offer));
        scene.probe.awaitEvent(OfferAccepted.class, e -> e.offerId().equals(offer.offerId()));
        scene.probe.send(dispatch.assigns(li, offer));

        answer.join().then().statusCode(200);
    }

    @Test
    void of_somebody_else_is_not_found() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        accept(anybody(), offer).then().statusCode(404).body("title", equalTo("NotFound"));
        as(volunteer("stranger")).get("/offers/" + offer.offerId()).then().statusCode(404);

        assertThat(acceptances(offer)).isZero();
    }

    @Test
    void that_is_refused_tells_dispatch_so_once_and_keeps_the_words() {
        OfferMade offer = scene.offered(dispatch.asks(li));

        refuse(li, offer).then().statusCode(200).body("status", equalTo("refused"));
        refuse(li, offer).then().statusCode(200);
        accept(li, offer).then().statusCode(409).body("title", equalTo("OfferAlreadyRefused"));

        scene.probe.awaitEvent(OfferRefused.class, e -> e.offerId().equals(offer.offerId()));
        assertThat(scene.probe.events(OfferRefused.class).stream()
                        .filter(e -> e.offerId().equals(offer.offerId())))
                .hasSize(1);
        assertThat(scene.probe.events(Event.class).toString()).doesNotContain("grandchildren");
    }

    @Test
    void may_be_withdrawn_before_it_is_made() {
        OfferMade offer = dispatch.asks(li);
        scene.probe.send(dispatch.withdraws(offer, OfferEnd.TAKEN));
        scene.probe.send(offer);

        await().atMost(SOON).until(() -> status(offer).equals("withdrawn"));
    }

    @Test
    void ends_the_waiting_of_a_polling_client() {
        OfferMade first = scene.offered(dispatch.asks(li));
        Response before = as(volunteer(li.subject())).get("/volunteers/me/offers");

        var polling = meanwhile(() -> as(volunteer(li.subject()))
                .header("Prefer", "wait=25")
                .header("If-None-Match", before.header("ETag"))
                .get("/volunteers/me/offers"));
        scene.probe.send(dispatch.lapses(first));

        polling.join().then().statusCode(200).body("status", contains("lapsed"));
    }

    @Test
    void is_for_volunteers_only() {
        as(Tokens.of("resident-1", "resident"))
                .put("/offers/" + UUID.randomUUID() + "/acceptance")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/offers/%s/refusal", "/assignments/%s/release"})
    void takes_reasons_as_json_alone(String path) {
        as(volunteer(li.subject()))
                .contentType("text/plain")
                .body("I look after my grandchildren")
                .put(path.formatted(UUID.randomUUID()))
                .then()
                .statusCode(415)
                .body("title", equalTo("UnsupportedMediaType"));
    }

    private static Response accept(Holder volunteer, OfferMade offer) {
        return as(volunteer(volunteer.subject())).put("/offers/" + offer.offerId() + "/acceptance");
    }

    private static Response refuse(Holder volunteer, OfferMade offer) {
        return as(volunteer(volunteer.subject()))
                .body(Map.of("reason", "I look after my grandchildren"))
                .put("/offers/" + offer.offerId() + "/refusal");
    }

    private long acceptances(OfferMade offer) {
        return scene.probe.events(OfferAccepted.class).stream()
                .filter(e -> e.offerId().equals(offer.offerId()))
                .count();
    }
}
