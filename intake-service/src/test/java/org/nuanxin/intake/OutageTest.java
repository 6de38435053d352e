package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.nuanxin.intake.Town.MEI;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Stores;
import org.nuanxin.testing.StoresResource;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class OutageTest {
    @BeforeEach
    void town() {
        Town.build();
    }

    @Test
    void accepts_requests_while_only_kafka_is_away_and_tells_of_them_later() {
        Stores.kafka().stop();
        UUID id;
        try {
            id = Town.lockedOut(MEI);
        } finally {
            Stores.kafka().start();
        }

        try (var probe = KafkaProbe.fromStart()) {
            assertThat(probe.awaitEvent(
                                    RequestSubmitted.class,
                                    event -> event.requestId().equals(id))
                            .reporter())
                    .isEqualTo("mei");
        }
    }

    @Test
    void refuses_soon_while_the_database_is_away_and_accepts_again_when_it_is_back() {
        Stores.postgres().stop();
        try {
            Response refused = Town.submit(MEI, SubmissionTest.LOCKED_OUT);

            refused.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("title", equalTo("StoreAway"));
            assertThat(refused.time()).isLessThan(4000);
        } finally {
            Stores.postgres().start();
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Town.submit(MEI, SubmissionTest.LOCKED_OUT).statusCode() == 201);
    }
}
