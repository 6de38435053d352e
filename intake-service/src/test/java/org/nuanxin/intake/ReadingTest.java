package org.nuanxin.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ReadingTest {
    @BeforeEach
    void town() {
        Town.build();
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                arguments(MEI, 200),
                arguments(Town.GRID_WORKER, 200),
                arguments(Town.SUPERVISOR, 200),
                arguments(Town.STRANGER, 404),
                arguments(Town.LOCKSMITH, 404),
                arguments(Town.BUILDING_LEADER, 404), // of a building in the same grid
                arguments(Town.OTHER_GRID_WORKER, 404),
                arguments(Town.ADMINISTRATOR, 404),
                arguments(Tokens.of("pretender", "resident").withPlaces("community-1"), 404));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void shows_a_request_to_its_own_people_and_those_on_duty_there(Token reader, int status) {
        UUID id = Town.lockedOut(MEI);
        String reference = as(MEI).get("/requests/" + id).path("reference");

        as(reader).get("/requests/" + id).then().statusCode(status);
        as(reader).get("/requests/" + id + "/timeline").then().statusCode(status);
        if (status == 404) {
            as(reader).get("/requests/" + id + "/live").then().statusCode(status);
        }
        assertThat(as(reader).get("/requests?reference=" + reference).<List<?>>path("id"))
                .hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void shows_it_to_whoever_holds_it_but_without_the_words_for_others() {
        UUID id = Town.id(Town.submit(
                MEI, "{\"description\": \"pot on the stove\", %s, %s}".formatted(Town.IN_HAITANG, Town.MEI_CONTACT)));
        var dispatch = new Dispatch(id);
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.assigned("locksmith"));
            Town.awaitStatus(MEI, id, "assigned");

            as(Town.LOCKSMITH)
                    .get("/requests/" + id)
                    .then()
                    .statusCode(200)
                    .body("description", equalTo(null))
                    .body("helper.kind", equalTo("VOLUNTEER"));
            as(Town.SUPERVISOR).get("/requests/" + id).then().body("description", equalTo("pot on the stove"));

            probe.send(dispatch.released("locksmith"), dispatch.started());
            Town.awaitStatus(MEI, id, "searching");

            as(Town.LOCKSMITH).get("/requests/" + id).then().statusCode(404);
        }
    }

    @Test
    void lists_the_caller_s_own_page_by_page_newest_first() {
        Token wang = Tokens.of("wang-" + UUID.randomUUID(), "resident");
        List<String> ids =
                Stream.generate(() -> Town.lockedOut(wang).toString()).limit(5).toList();

        Response first = as(wang).get("/requests?mine=true&limit=2");
        first.then().body("id", contains(ids.get(4), ids.get(3))).header("Link", containsString("rel=\"next\""));
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        as(wang).get(next).then().body("id", contains(ids.get(2), ids.get(1)));
        as(wang).get("/requests?limit=5&after=" + ids.get(1)).then().body("id", contains(ids.get(0)));
    }

    @Test
    void lists_by_status() {
        Token wang = Tokens.of("wang-" + UUID.randomUUID(), "resident");
        UUID withdrawn = Town.lockedOut(wang);
        UUID open = Town.lockedOut(wang);
        as(wang).put("/requests/" + withdrawn + "/withdrawal");

        as(wang).get("/requests?status=withdrawn").then().body("id", contains(withdrawn.toString()));
        as(wang).get("/requests?status=submitted").then().body("id", contains(open.toString()));
        as(wang).get("/requests?status=closed").then().body("id", hasSize(0));
    }

    @Test
    void says_it_in_the_reader_s_language() {
        UUID id = Town.lockedOut(MEI);

        as(MEI).get("/requests/" + id).then().body("promise.text", equalTo("We have your request."));
        given().header("Authorization", MEI.bearer())
                .get("/requests/" + id)
                .then()
                .body("promise.text", equalTo("已收到您的诉求。"));
    }
}
