package org.nuanxin.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {
    static final Notice ASSIGNED = new Notice(
            MessageType.REQUEST_ASSIGNED,
            Instant.EPOCH,
            List.of("mini-app-1:mei", "mini-app-1:li", "mini-app-1:mei", "mini-app-10:wu", "resident-1"),
            List.of("street-1", "community-1", "compound-1-1"),
            Map.of("requestId", 7));

    static Subscription of(@Nullable String client, @Nullable String place) {
        return new Subscription(UUID.randomUUID(), client, place, Set.of(MessageType.REQUEST_ASSIGNED));
    }

    @Test
    void of_a_client_is_told_once_for_each_of_its_own_people() {
        assertThat(of("mini-app-1", null).messages(ASSIGNED))
                .containsExactly(
                        Map.of("recipient", "mini-app-1:mei", "requestId", 7),
                        Map.of("recipient", "mini-app-1:li", "requestId", 7));
        assertThat(of("mini-app-2", null).messages(ASSIGNED)).isEmpty();
    }

    @Test
    void of_a_partner_is_told_what_concerns_itself() {
        assertThat(of("resident-1", null).messages(ASSIGNED))
                .containsExactly(Map.of("recipient", "resident-1", "requestId", 7));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "everywhere",
            value = {
                "everywhere, true",
                "street-1, true",
                "community-1, true",
                "compound-1-1, true",
                "community-2, false",
                "street, false"
            })
    void of_a_place_is_told_what_happens_there_and_below(@Nullable String place, boolean told) {
        assertThat(of(null, place).messages(ASSIGNED)).hasSize(told ? 1 : 0);
    }

    @Test
    void of_a_place_names_each_recipient_once() {
        assertThat(of(null, "street-1").messages(ASSIGNED))
                .containsExactly(Map.of(
                        "recipients",
                        List.of("mini-app-1:mei", "mini-app-1:li", "mini-app-10:wu", "resident-1"),
                        "requestId",
                        7));
    }

    @Test
    void is_told_of_nothing_else() {
        Subscription closings =
                new Subscription(UUID.randomUUID(), null, "street-1", Set.of(MessageType.REQUEST_CLOSED));

        assertThat(closings.messages(ASSIGNED)).isEmpty();
    }
}
