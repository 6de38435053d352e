package org.nuanxin.feedback.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.Names;
import org.nuanxin.events.Position;
import org.nuanxin.feedback.FeedbackTest;
import org.nuanxin.feedback.Told;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** A hand-made set of ten requests in a community of its own, whose figures were worked out on paper. */
@QuarkusTest
class RatesTest extends FeedbackTest {
    static final DateTimeFormatter WEEK =
            DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.GERMANY).withZone(ZoneId.of("Asia/Shanghai"));

    final String community = "community-" + UUID.randomUUID();
    final Instant hourAgo = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
    final Instant eightDaysAgo = hourAgo.minus(Duration.ofDays(8));
    final List<String> east = List.of("street-1", community, community + "-east", community + "-east-1");
    final List<String> west = List.of("street-1", community, community + "-west");

    Told solved = Told.in(east, hourAgo);
    Told unhappy = Told.in(east, hourAgo);
    Told silent = Told.in(east, eightDaysAgo);
    Told overdue = Told.in(east, hourAgo);
    Told withdrawnAtOnce = Told.in(east, hourAgo);
    Told withdrawnLater = Told.in(west, hourAgo);
    Told referred = Told.in(west, hourAgo);
    Told byPhone = Told.in(west, hourAgo);
    Told reopened = Told.in(west, hourAgo);
    Told waiting = Told.in(west, hourAgo);

    @BeforeEach
    void ten_requests() {
        place(community, Level.COMMUNITY, "street-1", List.of("street-1", community), "=幸福里");
        place(community + "-east", Level.COMPOUND, community, east.subList(0, 3), "东苑");
        kafka.send(
                solved.submitted("lock-opening", "web"),
                solved.assigned(1, true, 3),
                solved.completed(5),
                unhappy.submitted("lock-opening", "phone"),
                unhappy.assigned(1, false, 3),
                unhappy.completed(Told.LOCKSMITH, true, true, 5),
                silent.submitted("haircut-at-home", "web"),
                silent.assigned(1, true, 3),
                silent.completed(5),
                silent.closed(6),
                overdue.submitted("haircut-at-home", "web"),
                overdue.assigned(1, false, 3),
                overdue.closureBreached(4),
                withdrawnAtOnce.submitted("haircut-at-home", "web"),
                withdrawnAtOnce.calledOff(2));
        kafka.send(
                withdrawnLater.submitted("haircut-at-home", "web"),
                withdrawnLater.assigned(1, true, 3),
                withdrawnLater.calledOff(4),
                referred.submitted("water-leak", "web"),
                referred.referred(2),
                byPhone.submitted("water-leak", "web"),
                byPhone.assignedUnconfirmed(3),
                byPhone.confirmed(false, 4),
                reopened.submitted("lock-opening", "web"),
                reopened.assigned(1, true, 3),
                reopened.completed(5));
        rate(RESIDENT, solved.id, "yes", 5).statusCode(200);
        rate(RESIDENT, unhappy.id, "partly", 4).statusCode(200);
        rate(RESIDENT, reopened.id, "no", 1).statusCode(200);
        kafka.send(reopened.searching(2, 6), reopened.assigned(2, false, 7), waiting.submitted("water-leak", "web"));
        soon(() -> rates("place=" + community + "-east").body("total.counts.submitted", equalTo(5)));
        soon(() -> rates("place=" + community)
                .body("total.counts.submitted", equalTo(10))
                .body("total.completionInTimeRate.denominator", equalTo(4)));
    }

    @Test
    void are_exact() {
        rates("place=" + community)
                .body("total.counts.withdrawn", equalTo(2))
                .body("total.counts.referred", equalTo(1))
                .body("total.counts.extended", equalTo(1))
                .body("total.responseRate.numerator", equalTo(7))
                .body("total.responseRate.denominator", equalTo(9))
                .body("total.responseRate.value", equalTo(0.7778f))
                .body("total.responseInTimeRate.numerator", equalTo(4))
                .body("total.responseInTimeRate.denominator", equalTo(9))
                .body("total.completionInTimeRate.numerator", equalTo(3))
                .body("total.completionInTimeRate.denominator", equalTo(4))
                .body("total.completionUnextendedRate.numerator", equalTo(2))
                .body("total.completionUnextendedRate.denominator", equalTo(4))
                .body("total.ratingRate.numerator", equalTo(3))
                .body("total.ratingRate.denominator", equalTo(4))
                .body("total.solvedRate.numerator", equalTo(1))
                .body("total.solvedRate.denominator", equalTo(3))
                .body("total.satisfactionRate.numerator", equalTo(2))
                .body("total.satisfactionRate.denominator", equalTo(3));
    }

    @Test
    void count_places_below_a_place() {
        rates("place=" + community + "&by=place")
                .body("groups.key", contains(community + "-east", community + "-west"))
                .body("groups.counts.submitted", contains(5, 5))
                .body("groups[0].name.zh", equalTo("东苑"))
                .body("groups[1].name", nullValue());
        rates("place=" + community + "-east&by=place")
                .body("groups.key", contains(community + "-east-1"))
                .body("total.counts.submitted", equalTo(5));
    }

    @Test
    void can_be_told_apart_by_type_channel_volunteer_and_week() {
        rates("place=" + community + "&by=type")
                .body("groups.key", contains("haircut-at-home", "lock-opening", "water-leak"))
                .body("groups.counts.submitted", contains(4, 3, 3));
        rates("place=" + community + "&by=channel").body("groups.counts.submitted", contains(1, 9));
        rates("place=" + community + "&by=volunteer")
                .body("groups.key", contains("", Told.LOCKSMITH.id()))
                .body("groups.counts.submitted", contains(6, 4));
        rates("place=" + community + "&by=week")
                .body("groups.key", contains(WEEK.format(eightDaysAgo), WEEK.format(hourAgo)))
                .body("groups.counts.submitted", contains(1, 9));
    }

    @Test
    void can_be_narrowed_by_type_and_period() {
        rates("place=" + community + "&type=water-leak").body("total.counts.submitted", equalTo(3));
        rates("place=" + community + "&to=" + hourAgo).body("total.counts.submitted", equalTo(1));
        rates("place=" + community + "&from=" + hourAgo).body("total.counts.submitted", equalTo(9));
        rates("place=" + community + "&type=nothing")
                .body("total.counts.submitted", equalTo(0))
                .body("total.solvedRate.value", nullValue())
                .body("groups.size()", equalTo(0));
    }

    @Test
    void of_a_place_that_nobody_knows_are_none_in_either_form() {
        for (String form : List.of("/rates", "/rates.csv")) {
            as(ADMINISTRATOR)
                    .get(form + "?place=nowhere")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("title", equalTo("NotFound"));
        }
    }

    @Test
    void show_staff_their_own_places_only() {
        Token eastern = Tokens.of("grid-worker-1", "grid-worker").withPlaces(community + "-east");

        as(eastern).get("/rates?by=type").then().statusCode(200).body("total.counts.submitted", equalTo(5));
        as(eastern).get("/rates?place=" + community + "-east").then().statusCode(200);
        as(eastern).get("/rates?place=" + community).then().statusCode(403);
        as(eastern).get("/rates?place=nowhere").then().statusCode(404);
        as(RESIDENT).get("/rates").then().statusCode(403);
        as(RESIDENT).get("/rates.csv").then().statusCode(403);
    }

    @Test
    void refuse_what_they_do_not_know() {
        as(ADMINISTRATOR).get("/rates?by=moon").then().statusCode(400).body("errors[0].field", equalTo("by"));
        as(ADMINISTRATOR)
                .get("/rates.csv?from=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void make_a_sheet_without_formulas() {
        String sheet = as(ADMINISTRATOR)
                .get("/rates.csv?place=" + community + "-east&by=type")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        String named = as(Tokens.of("supervisor-1", "supervisor").withPlaces(community))
                .get("/rates.csv")
                .asString();

        assertThat(sheet.lines()).hasSize(4);
        assertThat(sheet)
                .startsWith("\uFEFFtype,name_zh,")
                .contains("\r\nhaircut-at-home,")
                .contains("\r\n,,,5,1,0,0,1,4,2,4,1.0000,0.5000,");
        assertThat(named).contains(community + ",'=幸福里,");
    }

    private static ValidatableResponse rates(String query) {
        return as(ADMINISTRATOR).get("/rates?" + query).then().statusCode(200);
    }

    private void place(String id, Level level, String parent, List<String> path, String name) {
        kafka.send(new PlaceDefined(
                id, 1, level, parent, path, new Names(name, name), new Position(30.742, 121.342), hourAgo));
    }
}
