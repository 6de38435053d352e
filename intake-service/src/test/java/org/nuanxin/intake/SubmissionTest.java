package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.nuanxin.intake.Town.IN_HAITANG;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.MEI_CONTACT;
import static org.nuanxin.intake.Town.as;
import static org.nuanxin.intake.Town.submit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class SubmissionTest {
    @BeforeEach
    void town() {
        Town.build();
    }

    @Test
    void is_answered_with_a_reference_and_told_to_dispatch() {
        try (var probe = KafkaProbe.fromNow()) {
            Response answer = submit(MEI, """
                    {"serviceType": "lock-opening", "description": "pot on the stove", %s, %s,
                     "address": {"text": "door 202", "floor": 2, "lift": false}}""".formatted(IN_HAITANG, MEI_CONTACT));

            answer.then()
                    .statusCode(201)
                    .header("Location", matchesPattern("(http://.*)?/requests/[0-9a-f-]{36}"))
                    .body("reference", matchesPattern("NX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"))
                    .body("status", equalTo("submitted"))
                    .body("placeId", equalTo("grid-1"))
                    .body("description", equalTo("pot on the stove"))
                    .body("promise.text", equalTo("We have your request."))
                    .body("links.timeline", containsString("/timeline"));

            UUID id = Town.id(answer);
            var told = probe.awaitEvent(
                    RequestSubmitted.class, event -> event.requestId().equals(id));
            assertThat(told.placePath()).containsExactly("street-1", "community-1", "compound-1", "grid-1");
            assertThat(told.position()).isEqualTo(new Position(30.744, 121.337));
            assertThat(told.key()).isEqualTo("community-1");
            assertThat(told.floor()).isEqualTo(2);
            assertThat(told.checks()).containsExactly("checked");
            assertThat(told.channel()).isEqualTo("web");
            as(MEI).get("/requests/" + id).then().statusCode(200).body("id", equalTo(id.toString()));
        }
    }
}
