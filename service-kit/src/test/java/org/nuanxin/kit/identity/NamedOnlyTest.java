package org.nuanxin.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** A token, well signed, that does not say whose it is … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class NamedOnlyTest {
    static Stream<Token> nameless() {
        return Stream.concat(
                Stream.of(Tokens.of("anybody", "resident", "mini-app").ofNobody()),
                Stream.of("", " ", "\u3000", "a\u0000b", "a\nb", "x".repeat(256))
                        .map(subject -> Tokens.of(subject, "resident", "mini-app")));
    }

    @ParameterizedTest
    @MethodSource("nameless")
    void is_refused_however_often_it_comes(Token token) {
        refused(with(token));
        refused(with(token));
    }

    @ParameterizedTest
    @MethodSource("nameless")
    void acts_for_nobody(Token token) {
        refused(with(token).header("On-Behalf-Of", "wx-7"));
    }

    @Test
    void is_told_from_one_with_a_long_name() {
        String longest = "街".repeat(255);

        with(Tokens.of(longest, "resident"))
                .get("/who-am-i")
                .then()
                .body(equalTo(longest + " by null, volunteer: false, mini-app: false"));
    }

    private static void refused(RequestSpecification call) {
        call.get("/who-am-i").then().statusCode(401).body("title", equalTo("Unauthenticated"));
    }

    private static RequestSpecification with(Token token) {
        return given().header("Authorization", token.bearer());
    }
}
