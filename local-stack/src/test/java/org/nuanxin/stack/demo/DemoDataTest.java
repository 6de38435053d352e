package org.nuanxin.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Position;
import org.nuanxin.stack.issuer.Person;

class DemoDataTest {
    List<ObjectNode> places = DemoData.rows("places");
    List<ObjectNode> types = DemoData.rows("service-types");
    List<ObjectNode> volunteers = DemoData.rows("volunteers");
    List<ObjectNode> staff = DemoData.rows("staff");
    List<ObjectNode> residents = DemoData.rows("residents");
    Set<String> placeIds = texts(places, "id");

    @Test
    void are_one_street_with_two_communities_of_which_the_first_has_3_compounds_and_29_micro_grids() {
        assertThat(of(Level.STREET, "street-1")).isEqualTo(1);
        assertThat(of(Level.COMMUNITY, "community-")).isEqualTo(2);
        assertThat(of(Level.COMPOUND, "compound-1-")).isEqualTo(3);
        assertThat(of(Level.GRID, "grid-1-")).isEqualTo(29);
        assertThat(of(Level.BUILDING, "building-1-")).isGreaterThan(100);
    }

    @Test
    void form_one_tree_on_earth_with_every_parent_before_its_children() {
        for (int i = 0; i < places.size(); i++) {
            ObjectNode place = places.get(i);
            Set<String> before = texts(places.subList(0, i), "id");
            assertThat(place.get("parentId").isNull()
                            || before.contains(place.get("parentId").asText()))
                    .as(place.get("id").asText())
                    .isTrue();
            assertThatCode(() -> new Position(
                            place.at("/centre/lat").asDouble(),
                            place.at("/centre/lon").asDouble()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void have_60_volunteers_of_8_skills_one_of_them_a_partner_and_five_locksmiths_by_the_first_compound() {
        assertThat(volunteers).hasSize(60);
        assertThat(volunteers.stream().flatMap(DemoDataTest::skills).collect(Collectors.toSet()))
                .hasSize(8);
        assertThat(volunteers.stream().filter(row -> row.get("kind").asText().equals("PARTNER")))
                .hasSize(1);
        assertThat(volunteers.subList(0, 5))
                .allMatch(row -> skills(row).anyMatch("locksmith"::equals))
                .allMatch(row -> row.get("placeId").asText().startsWith("grid-1-1-"));
    }

    @Test
    void offer_only_what_somebody_can_do() {
        Set<String> known = volunteers.stream().flatMap(DemoDataTest::skills).collect(Collectors.toSet());

        assertThat(types)
                .extracting(type -> type.get("code").asText())
                .contains(
                        "lock-opening",
                        "haircut-at-home",
                        "appliance-repair",
                        "medicine-pickup",
                        "water-leak",
                        "elderly-visit",
                        "dispute-mediation",
                        "parking",
                        "greenery",
                        "noise-and-pets");
        assertThat(types).allSatisfy(type -> {
            if (HandledBy.valueOf(type.get("handledBy").asText()) == HandledBy.VOLUNTEERS) {
                assertThat(known).contains(type.get("skill").asText());
            } else {
                assertThat(type.get("skill").isNull()).isTrue();
            }
        });
    }

    @Test
    void name_only_places_that_are_there() {
        Stream<String> named = Stream.of(
                        volunteers.stream().map(row -> row.get("placeId").asText()),
                        volunteers.stream().flatMap(row -> elements(row, "serves")),
                        residents.stream().map(row -> row.at("/home/placeId").asText()),
                        staff.stream().flatMap(row -> elements(row, "places")),
                        DemoData.people().all().stream().map(Person::places).flatMap(List::stream))
                .flatMap(ids -> ids);

        assertThat(named).isSubsetOf(placeIds);
    }

    @Test
    void let_everybody_sign_in_who_is_loaded() {
        Set<String> people = DemoData.people().all().stream().map(Person::id).collect(Collectors.toSet());

        assertThat(people).containsAll(texts(volunteers, "subject"));
        assertThat(people).containsAll(texts(residents, "subject"));
        assertThat(people).containsAll(texts(staff, "subject"));
        assertThat(people)
                .contains("building-leader-1", "supervisor-2", "street-supervisor-1", "administrator-1", "mini-app-1");
        assertThat(people).containsAll(numbered("grid-worker-", 29)).containsAll(numbered("resident-", 20));
    }

    private long of(Level level, String prefix) {
        Predicate<ObjectNode> wanted = place -> place.get("level").asText().equals(level.name())
                && place.get("id").asText().startsWith(prefix);
        return places.stream().filter(wanted).count();
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> prefix + n).toList();
    }

    private static Set<String> texts(List<ObjectNode> rows, String field) {
        return rows.stream().map(row -> row.get(field).asText()).collect(Collectors.toSet());
    }

    private static Stream<String> skills(ObjectNode volunteer) {
        return elements(volunteer, "skills");
    }

    private static Stream<String> elements(ObjectNode row, String field) {
        return StreamSupport.stream(row.get(field).spliterator(), false).map(element -> element.asText());
    }
}
