package org.nuanxin.dispatch.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;
import org.nuanxin.kit.transactions.Transactions;

@ServiceTest
class VolunteersTest {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    @Inject
    Volunteers volunteers;

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void an_older_word_undoes_nothing() {
        UUID li = known(here.volunteer("li", 3)).id();
        VolunteerChanged newest = profile(find(li), 5, 1);
        VolunteerChanged older = profile(find(li), 4, 9);

        run(now -> volunteers.change(List.of(newest), now));
        run(now -> volunteers.change(List.of(older), now));

        assertThat(find(li).profile().capacity()).isEqualTo(1);
    }

    @Test
    void of_one_batch_the_newest_counts() {
        UUID li = known(here.volunteer("li", 3)).id();
        Helper helper = find(li);

        run(now -> volunteers.change(List.of(profile(helper, 3, 7), profile(helper, 2, 8)), now));

        assertThat(find(li).profile().capacity()).isEqualTo(7);
    }

    @Test
    void a_position_may_come_before_its_volunteer() {
        UUID early = UUID.randomUUID();
        Position there = new Position(31.5, 121.5);
        run(now -> volunteers.move(List.of(new PositionChanged(early, 2, there, now)), now));
        run(now -> volunteers.move(List.of(new PositionChanged(early, 1, new Position(0, 0), now)), now));
        VolunteerChanged profile = known(here.volunteer("li", 1)).profile();

        run(now -> volunteers.change(List.of(renamed(profile, early)), now));

        assertThat(find(early).position()).isEqualTo(there);
    }

    @Test
    void the_table_itself_refuses_more_than_there_is_room_for() {
        UUID li = known(here.volunteer("li", 1)).id();
        count(li, 1);

        assertThatThrownBy(() -> count(li, 1)).hasStackTraceContaining("volunteer_load_within_capacity");
        assertThat(find(li).held()).isEqualTo(1);
    }

    @Test
    void who_lowers_their_capacity_keeps_what_they_hold() {
        UUID li = known(here.volunteer("li", 2)).id();
        count(li, 2);
        VolunteerChanged lower = profile(find(li), 2, 1);

        run(now -> volunteers.change(List.of(lower), now));

        assertThat(find(li).held()).isEqualTo(2);
        assertThat(find(li).hasRoom()).isFalse();
    }

    @Test
    void what_another_instance_has_written_is_soon_in_memory() {
        Helper li = known(here.volunteer("li", 1));
        UUID request = here.submit();
        here.awaitStatus(request, "searching");
        UUID mei = UUID.randomUUID();

        run(now -> volunteers.change(List.of(renamed(li.profile(), mei)), now));

        await().atMost(SOON)
                .until(() -> here.supervisor()
                        .get("/dispatches/" + request + "/candidates")
                        .<List<String>>path("volunteers.volunteerId")
                        .contains(mei.toString()));
    }

    private Helper known(Holder volunteer) {
        UUID id = UUID.fromString(volunteer.id());
        await().atMost(SOON).until(() -> all(id).containsKey(id));
        return find(id);
    }

    private Helper find(UUID id) {
        return Objects.requireNonNull(all(id).get(id));
    }

    private Map<UUID, Helper> all(UUID id) {
        return transactions.read(() -> volunteers.find(Set.of(id))).await().atMost(SOON);
    }

    private void count(UUID volunteer, int more) {
        run(now -> Uni.createFrom()
                .voidItem()
                .invoke(() -> transactions.unit().atTheEnd(volunteers.count(Map.of(volunteer, more), now))));
    }

    private <T> void run(Function<Instant, Uni<T>> work) {
        transactions.run(work).await().atMost(SOON);
    }

    private static VolunteerChanged profile(Helper helper, long version, int capacity) {
        return changed(helper.profile(), helper.id(), version, capacity);
    }

    private static VolunteerChanged renamed(VolunteerChanged profile, UUID id) {
        return changed(profile, id, 1, profile.capacity());
    }

    private static VolunteerChanged changed(VolunteerChanged profile, UUID id, long version, int capacity) {
        return new VolunteerChanged(
                id,
                version,
                profile.subject(),
                profile.client(),
                profile.kind(),
                profile.verified(),
                profile.skills(),
                profile.placePath(),
                profile.serves(),
                profile.radiusMetres(),
                profile.position(),
                profile.onDuty(),
                profile.urgentOnCall(),
                capacity,
                profile.travelMode(),
                profile.quietFrom(),
                profile.quietTo(),
                profile.shifts(),
                profile.at());
    }
}
