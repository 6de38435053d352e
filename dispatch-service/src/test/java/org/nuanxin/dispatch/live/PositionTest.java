package org.nuanxin.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"", "12", "community-1=", "community-1=x", "=3;drop table", "a=99999999999999999999"})
    void is_the_beginning_where_it_says_nothing(String text) {
        assertThat(Position.parse(text).read()).isEmpty();
    }
}
