package org.nuanxin.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource({"wait=2, 2", "'respond-async, wait=10', 10", "wait=9999, 25", "wait=99999999999, 0", "wait=-1, 0", ", 0"
    })
    void waits_as_long_as_preferred_but_never_long(@Nullable String prefer, long seconds) {
        assertThat(Preference.wait(prefer)).hasSeconds(seconds);
    }
}
