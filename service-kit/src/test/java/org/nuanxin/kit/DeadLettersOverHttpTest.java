package org.nuanxin.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;
import static org.nuanxin.kit.Waiting.untilAsserted;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** An administrator sees what could not take effect, and lets it, once its cause is mended. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class DeadLettersOverHttpTest {
    @Inject
    Transactions transactions;

    @Inject
    Accounts accounts;

    UUID account = UUID.randomUUID();

    @Test
    void are_listed_and_replayed() {
        accounts.broken().add(account);
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(Accounts.event(account, Instant.EPOCH), Accounts.event(account, Instant.EPOCH));
        }
        untilAsserted(() -> administrator()
                .get("/dead-letters?subject=" + account)
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].type", equalTo("RequestWithdrawn"))
                .body("[0].reason", equalTo("IllegalStateException"))
                .body("[1].reason", equalTo("waits behind an earlier dead letter")));
        replay().body("replayed", equalTo(0)).body("stuck", equalTo(List.of(account.toString())));

        accounts.broken().clear();
        replay().body("replayed", equalTo(2)).body("stuck", empty());

        administrator().get("/dead-letters?subject=" + account).then().body("", empty());
        assertThat(get(transactions.read(() -> accounts.balance(account)))).isEqualTo(2);
    }

    @Test
    void are_discarded_where_nothing_can_mend_them() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(KafkaProbe.withBrokenBody(Accounts.event(account, Instant.EPOCH)));
            probe.send(Accounts.event(account, Instant.EPOCH));
        }
        until(() -> letters().size() == 2);

        administrator().delete("/dead-letters/" + letters().getFirst()).then().statusCode(204);
        administrator().delete("/dead-letters/" + UUID.randomUUID()).then().statusCode(404);
        replay().body("replayed", equalTo(1));

        assertThat(get(transactions.read(() -> accounts.balance(account)))).isEqualTo(1);
    }

    @Test
    void are_nobody_elses_business() {
        given().get("/dead-letters").then().statusCode(401);
        given().header("Authorization", Tokens.of("supervisor-1", "supervisor").bearer())
                .post("/dead-letters/replay")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse replay() {
        return administrator()
                .post("/dead-letters/replay?subject=" + account)
                .then()
                .statusCode(200);
    }

    private List<String> letters() {
        return administrator().get("/dead-letters?subject=" + account).path("eventId");
    }

    private static RequestSpecification administrator() {
        return given().header(
                        "Authorization",
                        Tokens.of("administrator-1", "administrator").bearer());
    }
}
