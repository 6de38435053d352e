package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Lives;
import org.nuanxin.dispatch.handling.Reckoning;

class StateJsonTest {
    @ParameterizedTest
    @MethodSource("org.nuanxin.dispatch.handling.Lives#seen")
    void keeps_all_that_the_engine_knows(Handling handling) {
        assertThat(StateJson.read(StateJson.write(handling))).isEqualTo(handling);
    }

    @ParameterizedTest
    @MethodSource("org.nuanxin.dispatch.handling.Lives#seen")
    void keeps_nothing_that_follows_from_it(Handling handling) {
        assertThat(StateJson.write(handling)).doesNotContain("\"responsible\"", "\"open\"", "\"confirmed\"");
    }

    @ParameterizedTest
    @MethodSource("org.nuanxin.dispatch.handling.Lives#seen")
    void reads_what_a_later_version_has_written(Handling handling) {
        String later = StateJson.write(handling).replaceFirst("\\{", "{\"somethingNew\":1,");

        assertThat(StateJson.read(later)).isEqualTo(handling);
    }

    /** As they stand in the databases of before ledgers were kept. */
    @ParameterizedTest
    @ValueSource(strings = {"waiting", "searching", "paused", "extended", "overdue", "completed"})
    void reads_what_was_kept_before_clocks_were_ledgers(String name) throws IOException {
        JsonNode kept = kept(name);
        Map<String, String> timers = new TreeMap<>();
        kept.path("timers")
                .properties()
                .forEach(timer -> timers.put(timer.getKey(), timer.getValue().asText()));

        Handling handling = StateJson.read(kept.path("state").toString());

        assertThat(Lives.timers(handling)).isEqualTo(timers);
        assertThat(StateJson.read(StateJson.write(handling))).isEqualTo(handling);
    }

    @Test
    void keeps_what_had_been_done_to_an_old_clock() throws IOException {
        Reckoning clock =
                StateJson.read(kept("paused").path("state").toString()).closureClock(Lives.POLICIES);

        assertThat(clock.pause()).isNotNull();
        assertThat(clock.paused()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void ends_the_pause_of_an_old_request_that_has_ended() throws IOException {
        ObjectNode state = (ObjectNode) kept("paused").path("state");
        state.put("status", "WITHDRAWN");

        assertThat(StateJson.read(state.toString()).closureClock(Lives.POLICIES).pause())
                .isNull();
    }

    private static JsonNode kept(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/test/resources/before-ledgers", name + ".json")
                        .toFile());
    }
}
