package org.nuanxin.dispatch.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.Urgency;

class PolicyScopeTest {
    @ParameterizedTest
    @ValueSource(strings = {"default-urgent", "default-ordinary", "community-1:*:ordinary", "grid-1:haircut:urgent"})
    void is_written_as_it_is_read(String text) {
        assertThat(PolicyScope.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "default", "default-slow", "community-1", "community-1:*", "community-1:*:slow", "a:b:c:d"})
    void is_nothing_else(String text) {
        assertThat(PolicyScope.parse(text)).isEmpty();
    }

    @Test
    void is_looked_for_from_the_nearest_place_up() {
        assertThat(PolicyScope.of(List.of("street-1", "community-1"), "haircut", Urgency.ORDINARY))
                .extracting(PolicyScope::text)
                .containsExactly(
                        "community-1:haircut:ordinary",
                        "community-1:*:ordinary",
                        "street-1:haircut:ordinary",
                        "street-1:*:ordinary",
                        "default-ordinary");
    }
}
