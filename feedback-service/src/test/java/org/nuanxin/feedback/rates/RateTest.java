package org.nuanxin.feedback.rates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({"0, 5, 0.0000", "5, 5, 1.0000", "1, 3, 0.3333", "2, 3, 0.6667", "99999, 100000, 1.0000"})
    void is_a_share_rounded_to_four_decimals(long numerator, long denominator, String value) {
        assertThat(Rate.of(numerator, denominator).value()).asString().isEqualTo(value);
    }

    @Test
    void of_nothing_is_neither_zero_nor_one() {
        assertThat(Rate.of(0, 0).value()).isNull();
    }

    @Test
    void divides_each_by_what_it_is_a_share_of() {
        Counts counts = new Counts(100, 12, 10, 3, 2, 81, 72, 70, 75, 60, 5, 40, 30, 32);

        assertThat(counts.responseRate()).isEqualTo(Rate.of(81, 90));
        assertThat(counts.responseInTimeRate()).isEqualTo(Rate.of(72, 90));
        assertThat(counts.completionInTimeRate()).isEqualTo(Rate.of(60, 75));
        assertThat(counts.ratingRate()).isEqualTo(Rate.of(40, 70));
        assertThat(counts.solvedRate()).isEqualTo(Rate.of(30, 40));
        assertThat(counts.satisfactionRate()).isEqualTo(Rate.of(32, 40));
    }
}
