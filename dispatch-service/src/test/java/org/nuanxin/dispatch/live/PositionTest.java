package org.nuanxin.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.problems.Invalid;

class PositionTest {
    @Test
    void is_read_as_it_was_written() {
        Position position = new Position(Map.of())
                .at("community-2", 7)
                .at("community-1", 12)
                .at("community-2", 8);

        assertThat(position.text()).isEqualTo("community-1=12,community-2=8");
        assertThat(Position.parse(position.text())).isEqualTo(position);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ","})
    void is_the_beginning_where_it_says_nothing(String text) {
        assertThat(Position.parse(text).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "community-1=", "community-1=x", "=3;drop table", "a=99999999999999999999", "a=1a=2"})
    void is_refused_where_it_says_something_else(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void is_read_however_long_it_is() {
        String longest = "a=1,".repeat(4_000);

        assertThat(Position.parse(longest).read()).containsExactly(Map.entry("a", 1L));
        assertThatThrownBy(() -> Position.parse(longest + "!")).isInstanceOf(Invalid.class);
    }
}
