package org.nuanxin.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** A token that has been verified … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class VerifiedTokensTest {
    static final int SHORT = 30;

    @Inject
    VerifiedTokens verified;

    Instant now = Instant.now();
    String token = Tokens.of("mini-app-1", "mini-app").text();
    SecurityIdentity somebody = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("mini-app-7"))
            .addRole("mini-app")
            .build();

    @Test
    void is_known_for_a_minute() {
        call(token, "wx-7", 200);

        assertThat(verified.find(token, now.plusSeconds(50))).isPresent();
        assertThat(verified.find(token, Instant.now().plusSeconds(61))).isEmpty();
    }

    @Test
    void is_known_for_a_minute_though_the_clock_is_set_back() {
        AtomicLong nanos = new AtomicLong();
        var remembered = new VerifiedTokens(nanos::get);
        remembered.remember(token, somebody, now.plusSeconds(60));

        nanos.set(Duration.ofSeconds(59).toNanos());
        assertThat(remembered.find(token, now.minusSeconds(3600))).isPresent();

        nanos.set(Duration.ofSeconds(61).toNanos());
        assertThat(remembered.find(token, now.minusSeconds(3600))).isEmpty();
    }

    @Test
    void is_never_known_past_its_own_end() {
        Token brief = new Token(
                "mini-app-1",
                List.of("mini-app"),
                List.of(),
                Tokens.ISSUER,
                Tokens.AUDIENCE,
                SHORT,
                Token.Signature.ISSUER);
        String text = brief.text();
        call(text, "wx-7", 200);

        assertThat(verified.find(text, now.plusSeconds(SHORT - 5))).isPresent();
        assertThat(verified.find(text, now.plusSeconds(SHORT + 1))).isEmpty();
    }

    @Test
    void stands_for_each_person_it_is_sent_for() {
        call(token, "wx-7", 200);
        call(token, "wx-8", 200);
    }

    @Test
    void is_not_verified_again() {
        verified.remember(token, somebody, now.plusSeconds(SHORT));

        given().header("Authorization", "Bearer " + token)
                .get("/who-am-i")
                .then()
                .body(startsWith("mini-app-7 "));
    }

    @Test
    void says_nothing_of_one_with_another_signature() {
        call(token, "wx-7", 200);
        String forged = token.substring(0, token.lastIndexOf('.'))
                + Tokens.of("mini-app-1", "mini-app").text().replaceFirst(".*(?=\\.[^.]*$)", "");

        given().header("Authorization", "Bearer " + forged)
                .get("/who-am-i")
                .then()
                .statusCode(401);
    }

    @Test
    void keeps_nothing_of_the_call_it_came_with() {
        call(token, "wx-7", 200);

        var identity = verified.find(token, now).orElseThrow();
        assertThat(identity.getAttributes()).isEmpty();
        assertThat(identity.getCredentials()).isEmpty();
    }

    private static void call(String token, String person, int status) {
        given().header("Authorization", "Bearer " + token)
                .header("On-Behalf-Of", person)
                .get("/who-am-i")
                .then()
                .statusCode(status)
                .body(startsWith("mini-app-1:" + person + " "));
    }
}
