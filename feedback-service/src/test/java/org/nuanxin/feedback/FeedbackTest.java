package org.nuanxin.feedback;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** The service as others meet it: events in, events out, HTTP. */
@QuarkusTestResource(StoresResource.class)
public abstract class FeedbackTest {
    protected static final Token RESIDENT = Tokens.of(Told.RESIDENT, "resident");
    protected static final Token ADMINISTRATOR = Tokens.of("administrator-1", "administrator");

    protected KafkaProbe kafka;

    @BeforeEach
    void openProbe() {
        kafka = KafkaProbe.fromNow();
    }

    @AfterEach
    void closeProbe() {
        kafka.close();
    }

    protected static RequestSpecification as(Token token) {
        return as(token, "en");
    }

    protected static RequestSpecification as(Token token, String language) {
        return given().header("Authorization", token.bearer()).header("Accept-Language", language);
    }

    protected static ValidatableResponse put(Token token, String path, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).put(path).then();
    }

    protected static ValidatableResponse rate(Token token, UUID request, String solved, int score) {
        return put(token, "/requests/" + request + "/rating", Map.of("solved", solved, "score", score));
    }

    /** Looks until the assertion holds: what was sent arrives soon. */
    protected static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
