package org.nuanxin.dispatch.volunteers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.events.Position;
import org.nuanxin.kit.transactions.Transactions;

@ServiceTest
class IndexCheckTest {
    static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    Volunteers volunteers;

    @Inject
    VolunteerMemory memory;

    @Inject
    IndexCheck check;

    @Inject
    MeterRegistry metrics;

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void reads_the_volunteers_anew_when_the_memory_is_corrupt() {
        UUID li = UUID.fromString(here.volunteer("li", 2).id());
        await().atMost(SOON).until(() -> isSettled(li));
        assertThat(check.check().await().atMost(SOON)).isTrue();
        double before = rebuilt();
        Helper right = find(li);

        memory.put(List.of(new Helper(right.profile(), new Position(40, 116), 1)));

        assertThat(check.check().await().atMost(SOON)).isFalse();
        assertThat(rebuilt()).isEqualTo(before + 1);
        assertThat(check.check().await().atMost(SOON)).isTrue();
    }

    private double rebuilt() {
        return metrics.get("nuanxin.volunteer.index.rebuilt").counter().count();
    }

    private boolean isSettled(UUID id) {
        return transactions
                .run(now -> volunteers.page(new UUID(0, 0), 100_000, now.minusSeconds(10)))
                .await()
                .atMost(SOON)
                .stream()
                .anyMatch(row -> row.volunteerId().equals(id) && row.settled());
    }

    private Helper find(UUID id) {
        return Objects.requireNonNull(transactions
                .read(() -> volunteers.find(Set.of(id)))
                .await()
                .atMost(SOON)
                .get(id));
    }
}
