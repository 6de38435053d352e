package org.nuanxin.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    @Test
    void has_no_letter_that_is_taken_for_another() {
        assertThat(Stream.generate(Reference::next).limit(1000))
                .allMatch(reference -> reference.matches("NX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "NX-7K3F-92QD, NX-7K3F-92QD",
        "nx-7k3f-92qd, NX-7K3F-92QD",
        "7K3F-9OIL, NX-7K3F-9011",
        "<7k3f>92qd, NX-7K3F92QD"
    })
    void is_found_however_it_was_written_down(String written, String stored) {
        assertThat(Reference.normal(written)).isEqualTo(stored);
    }
}
