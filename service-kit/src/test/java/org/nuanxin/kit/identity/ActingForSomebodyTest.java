package org.nuanxin.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** {@code On-Behalf-Of}, as a service sees it. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ActingForSomebodyTest {
    static final Token MINI_APP = Tokens.of("mini-app-1", "mini-app");

    @Test
    void makes_the_caller_a_person_of_the_clients_own() {
        who(MINI_APP, "wx-7")
                .then()
                .statusCode(200)
                .body(equalTo("mini-app-1:wx-7 by mini-app-1, volunteer: true, mini-app: false"));
    }

    @Test
    void is_nothing_for_anybody_but_a_mini_app() {
        who(Tokens.of("resident-1", "resident"), "resident-2").then().statusCode(403);
    }

    @Test
    void names_a_person_in_plain_letters() {
        who(MINI_APP, "resident-1:x y").then().statusCode(403);
    }

    @Test
    void is_not_needed() {
        given().header("Authorization", MINI_APP.bearer())
                .get("/who-am-i")
                .then()
                .body(equalTo("mini-app-1 by null, volunteer: false, mini-app: true"));
    }

    private static Response who(Token token, String onBehalfOf) {
        return given().header("Authorization", token.bearer())
                .header("On-Behalf-Of", onBehalfOf)
                .get("/who-am-i");
    }
}
