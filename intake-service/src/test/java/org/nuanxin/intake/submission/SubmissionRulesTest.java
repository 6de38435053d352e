package org.nuanxin.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Names;
import org.nuanxin.events.Position;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.catalogue.ServiceType;
import org.nuanxin.intake.place.PlaceTrees;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.resident.Profile;
import org.nuanxin.intake.resident.Profile.Home;
import org.nuanxin.intake.stored.StoredJsons;
import org.nuanxin.intake.submission.SubmissionRules.Surroundings;
import org.nuanxin.kit.problems.Invalid;

class SubmissionRulesTest {
    static final Instant NOW = Instant.parse("2026-03-01T14:05:00Z");
    static final Profile AT_HOME = new Profile("Mei", "13912345678", new Home("building", "Haitang One 202"), "zh-CN");
    static final String FOR_GRANDMA = """
            "beneficiary": {"name": "Grandma", "sub": "grandma", "consent": true}""";

    Submitter mei = submitter("mei", null, null);
    Submitter leader = submitter("leader", "building-leader", null, "building");
    Submitter elsewhere = submitter("leader", "building-leader", null, "other-building");
    Submitter miniApp = submitter("mini-app:mei", null, "mini-app");

    @Test
    void is_for_oneself_at_home_where_nothing_else_is_said() {
        Submission submission = decide(mei, "{\"serviceType\": \"lock-opening\"}", Visibility.PERSONAL);

        assertThat(submission.where().path()).containsExactly("street", "community", "grid", "building");
        assertThat(submission.resident()).isEqualTo("mei");
        assertThat(submission.channel()).isEqualTo("web");
        assertThat(submission.contact().phone()).isEqualTo("13912345678");
        assertThat(submission.contact().address())
                .isNotNull()
                .satisfies(address -> assertThat(address.text()).isEqualTo("Haitang One 202"));
    }

    @Test
    void does_not_take_the_home_s_address_where_another_place_is_named() {
        Submission submission =
                decide(mei, "{\"serviceType\": \"lock-opening\", \"placeId\": \"grid\"}", Visibility.PERSONAL);

        assertThat(submission.contact().address()).isNull();
    }

    @Test
    void stands_where_the_shifted_map_of_china_really_shows() {
        Submission submission = decide(mei, """
                {"serviceType": "lock-opening", "location": {"lat": 30.74168, "lon": 121.34113, "crs": "GCJ02"}}
                """, Visibility.PERSONAL);

        assertThat(submission.where().position()).isEqualTo(new Position(30.744, 121.337));
    }

    @Test
    void belongs_to_whom_a_building_leader_reports_for() {
        Submission submission =
                decide(leader, "{\"serviceType\": \"lock-opening\", " + FOR_GRANDMA + "}", Visibility.PERSONAL);

        assertThat(submission.resident()).isEqualTo("grandma");
        assertThat(submission.reporter()).isEqualTo("leader");
        assertThat(submission.beneficiary()).isEqualTo("grandma");
        assertThat(submission.channel()).isEqualTo("building-leader");
        assertThat(submission.request(UUID.randomUUID(), "NX-1", NOW).byProxy()).isTrue();
    }

    @Test
    void stays_with_a_neighbour_who_helps_out_or_a_leader_of_another_place() {
        for (Submitter neighbour : List.of(mei, elsewhere)) {
            Submission submission =
                    decide(neighbour, "{\"serviceType\": \"lock-opening\", " + FOR_GRANDMA + "}", Visibility.PERSONAL);

            assertThat(submission.resident()).isEqualTo(neighbour.subject());
            assertThat(submission.beneficiary()).isEqualTo("grandma");
            assertThat(submission.channel()).isEqualTo("web");
        }
    }

    @Test
    void comes_from_a_leader_of_another_place_only_as_a_resident() {
        Submitter noResident = new Submitter(elsewhere.reader(), elsewhere.duty(), false);

        assertThatThrownBy(() -> decide(noResident, "{\"serviceType\": \"lock-opening\"}", Visibility.PERSONAL))
                .isInstanceOf(OutsideYourPlaces.class);
    }

    @Test
    void names_people_as_their_mini_app_does() {
        Submission submission =
                decide(miniApp, "{\"serviceType\": \"lock-opening\", " + FOR_GRANDMA + "}", Visibility.PERSONAL);

        assertThat(submission.resident()).isEqualTo("mini-app:mei");
        assertThat(submission.beneficiary()).isEqualTo("mini-app:grandma");
        assertThat(submission.client()).isEqualTo("mini-app");
        assertThat(submission.channel()).isEqualTo("mini-app");
    }

    @Test
    void needs_no_phone_where_somebody_on_duty_reports_a_public_matter() {
        String body = "{\"serviceType\": \"greenery\", \"placeId\": \"building\"}";

        assertThat(decide(leader, body, Visibility.PUBLIC, Profile.EMPTY).channel())
                .isEqualTo("building-leader");
        assertThat(complaints(mei, body, Profile.EMPTY)).isEqualTo("contact");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("{}", "description"),
                arguments("{\"serviceType\": \"a\", \"placeId\": \"nowhere\"}", "placeId"),
                arguments("{\"serviceType\": \"a\", \"placeId\": \"street\"}", "placeId"),
                arguments("{\"serviceType\": \"a\", \"location\": {\"lat\": 121.3, \"lon\": 30.7}}", "location"),
                arguments("{\"serviceType\": \"a\", \"location\": {\"lat\": \"NaN\", \"lon\": 30.7}}", "location"),
                arguments("{\"serviceType\": \"a\", \"location\": {\"lat\": 1e400, \"lon\": 30.7}}", "location"),
                arguments("{\"serviceType\": \"a\", \"location\": {\"lat\": 0, \"lon\": 0}}", "location"),
                arguments(
                        "{\"serviceType\": \"a\", \"placeId\": \"grid\", \"location\": {\"lat\": 31.2, \"lon\": 121.4}}",
                        "location"),
                arguments("{\"serviceType\": \"a\", \"contact\": {\"phone\": \"110\"}}", "contact.phone"),
                arguments(
                        "{\"serviceType\": \"a\", \"beneficiary\": {\"name\": \"G\", \"consent\": false}}",
                        "beneficiary.consent"),
                arguments(
                        "{\"serviceType\": \"a\", \"beneficiary\": {\"name\": \"G\", \"phone\": \"1\", \"consent\": true}}",
                        "beneficiary.phone"),
                arguments(appointment("2026-03-01T14:04:00Z", "2026-03-01T16:00:00Z"), "appointment.from"),
                arguments(appointment("2026-03-02T14:00:00Z", "2026-03-02T14:00:00Z"), "appointment.to"),
                arguments("{\"serviceType\": \"a\", \"answers\": {\"colour\": \"red\"}}", "answers.colour"),
                arguments("{\"serviceType\": \"a\", \"photoIds\": [\"1\"]}", "photoIds"),
                arguments("{\"serviceType\": \"a\", \"channel\": \"carrier-pigeon\"}", "channel"),
                arguments("{\"serviceType\": \"a\", \"channel\": \"mini-app\"}", "channel"),
                arguments(
                        "{\"serviceType\": \"a\", \"placeId\": \"nowhere\", \"contact\": {\"phone\": \"110\"}}",
                        "placeId, contact.phone"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void is_refused_with_every_field_that_is_wrong(String body, String fields) {
        assertThat(complaints(mei, body, AT_HOME)).isEqualTo(fields);
    }

    @Test
    void is_refused_without_any_place_or_anybody_to_call() {
        assertThat(complaints(mei, "{\"serviceType\": \"a\"}", Profile.EMPTY)).isEqualTo("placeId, contact");
    }

    static String appointment(String from, String to) {
        return "{\"serviceType\": \"a\", \"appointment\": {\"from\": \"%s\", \"to\": \"%s\"}}".formatted(from, to);
    }

    static String complaints(Submitter submitter, String body, Profile profile) {
        Complaints complaints = new Complaints();
        assertThatThrownBy(() -> decide(submitter, body, Visibility.PUBLIC, profile, complaints))
                .isInstanceOf(Invalid.class);
        return String.join(", ", complaints.fields());
    }

    static Submission decide(Submitter submitter, String body, Visibility visibility) {
        return decide(submitter, body, visibility, AT_HOME);
    }

    static Submission decide(Submitter submitter, String body, Visibility visibility, Profile profile) {
        return decide(submitter, body, visibility, profile, new Complaints());
    }

    static Submission decide(
            Submitter submitter, String body, Visibility visibility, Profile profile, Complaints complaints) {
        ServiceType type = new ServiceType(
                "type",
                new Names("事项", "type"),
                HandledBy.DUTY_DESK,
                null,
                Urgency.ORDINARY,
                visibility,
                List.of(),
                List.of(),
                new Names("免费", "free"),
                null,
                true);
        SubmissionBody read = StoredJsons.any().read(body, SubmissionBody.class);
        return SubmissionRules.decide(
                read, submitter, new Surroundings(type, PlaceTrees.any(), profile), NOW, complaints);
    }

    static Submitter submitter(String subject, @Nullable String duty, @Nullable String client, String... places) {
        Reader reader = new Reader(subject, client, "en", duty != null, duty != null, Set.of(places));
        return new Submitter(reader, duty, true);
    }
}
