package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    @Test
    void tells_no_door() {
        assertThat(new Position(30.741_523, 121.342_498)).isEqualTo(new Position(30.742, 121.342));
    }

    @ParameterizedTest
    @CsvSource({"90.001, 0", "-90.001, 0", "0, 180.001", "0, -180.001", "NaN, 0", "0, NaN", "121.342, 190"})
    void is_on_earth(double lat, double lon) {
        assertThatThrownBy(() -> new Position(lat, lon)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knows_how_far_another_is() {
        var people = new Position(31.230, 121.474);
        var jinshan = new Position(30.742, 121.342);

        assertThat(people.metresTo(jinshan)).isCloseTo(55_700, within(200.0));
        assertThat(people.metresTo(people)).isZero();
    }
}
