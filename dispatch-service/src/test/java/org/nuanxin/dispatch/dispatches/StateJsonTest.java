package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.handling.Handling;

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
}
