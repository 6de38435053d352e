package org.nuanxin.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Stores;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** While a store is away nothing is lost, nothing is buried, and nobody is kept waiting. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class OutageTest {
    static final int MANY = 200;

    @Inject
    Transactions transactions;

    @Inject
    Journal journal;

    @Inject
    Timers timers;

    @Inject
    Accounts accounts;

    @Inject
    ServiceDatabase database;

    List<UUID> many = Stream.generate(UUID::randomUUID).limit(MANY).toList();

    @Test
    void of_postgresql() throws SQLException {
        long letters = letters();
        UUID ringing = UUID.randomUUID();
        get(transactions.run(now -> accounts.credit(ringing)
                .chain(() -> timers.set(List.of(new Timer(ringing, "RING", now.plusMillis(500)))))));
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            many.subList(0, MANY / 2).forEach(account -> probe.send(Accounts.event(account, Instant.EPOCH)));
            Stores.postgres().stop();
            many.subList(MANY / 2, MANY).forEach(account -> probe.send(Accounts.event(account, Instant.EPOCH)));
            for (int i = 0; i < 5; i++) {
                assertSaysSoAtOnce(pay());
            }
        } finally {
            Stores.postgres().start();
        }

        until(() -> accounts.fired(ringing).size() == 1);
        until(() -> many.stream().allMatch(account -> balance(account) > 0));
        assertThat(many).allSatisfy(account -> assertThat(balance(account)).isEqualTo(1));
        assertThat(letters()).isEqualTo(letters);
        until(() -> pay().statusCode() == 200);
    }

    @Test
    void of_kafka() throws SQLException {
        long letters = letters();
        Stores.kafka().stop();
        try {
            for (UUID account : many) {
                get(transactions.run(now -> journal.append(Accounts.event(account, 1, now))));
                get(transactions.run(now -> journal.append(Accounts.event(account, 2, now))));
            }
            assertThat(pay().statusCode()).isEqualTo(200);
        } finally {
            Stores.kafka().start();
        }

        until(() -> many.stream().allMatch(account -> balance(account) == 2));
        try (KafkaProbe probe = KafkaProbe.fromStart()) {
            List<RequestEvent> sent = probe.events(RequestEvent.class);
            assertThat(many)
                    .allSatisfy(account -> assertThat(sent.stream()
                                    .filter(event -> event.requestId().equals(account))
                                    .map(RequestEvent::version)
                                    .distinct())
                            .containsExactly(1L, 2L));
        }
        assertThat(letters()).isEqualTo(letters);
    }

    private static void assertSaysSoAtOnce(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("title").toString()).isEqualTo("StoreAway");
        assertThat(Duration.ofMillis(answer.time())).isLessThan(Duration.ofSeconds(5));
    }

    private static Response pay() {
        return given().header(
                        "Authorization", Tokens.of("resident-1", "resident").bearer())
                .contentType("application/json")
                .body("{\"account\": \"%s\", \"amount\": 1}".formatted(UUID.randomUUID()))
                .post("/accounts");
    }

    private long letters() throws SQLException {
        return database.number("select count(*) from dead_letter");
    }

    private long balance(UUID account) {
        return get(transactions.read(() -> accounts.balance(account)));
    }
}
