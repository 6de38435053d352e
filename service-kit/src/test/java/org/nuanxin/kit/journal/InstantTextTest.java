package org.nuanxin.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an instant … */
class InstantTextTest {
    private static final long SEED = 20261122;

    @Test
    void is_what_the_jdk_writes_and_reads() {
        assertThat(instants()).allSatisfy(instant -> {
            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
            assertThat(InstantText.parse(instant.toString())).isEqualTo(instant);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T09:30:00.1Z", "2026-11-22T09:30:00.12345Z", "2028-02-29T23:59:59Z"})
    void may_have_any_number_of_decimals(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T09:30:00",
                "2026-11-22T09:30:00+08:00",
                "2026-11-22T09:30:00.Z",
                "2026-11-22T09:30:00.1234567890Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T09:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-02-29T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-00-01T09:30:00Z",
                "2026-11-22T09:30:0xZ",
                "+12026-11-22T09:30:00Z",
                "-026-11-22T09:30:00Z",
                "２０26-11-22T09:30:00Z"
            })
    void is_left_to_the_jdk_where_it_is_written_otherwise(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }

    @Test
    void of_years_with_more_digits_is_the_jdks() {
        assertThat(InstantText.of(Instant.MAX)).isEqualTo(Instant.MAX.toString());
        assertThat(InstantText.of(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    }

    private static Stream<Instant> instants() {
        Random random = new Random(SEED);
        Stream<Instant> any = Stream.generate(() -> Instant.ofEpochSecond(
                        random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000)))
                .limit(1000);
        Stream<Instant> coarse = Stream.of(0, 1, 1000, 999_000, 1_000_000, 120_000_000, 999_999_999)
                .map(nano -> Instant.ofEpochSecond(1_795_000_000L, nano));
        return Stream.concat(any, coarse);
    }
}
