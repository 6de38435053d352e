package org.nuanxin.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CaseTest {
    static final Path CASES = Path.of("data", "cases-2015-tenth.csv.gz");
    static final Path SERVICE_TYPES = Path.of("data", "service-types.csv");

    @Test
    void comes_by_whole_days_in_the_order_of_opening() throws IOException {
        var day = Case.of(LocalDate.of(2015, 7, 9), CASES, SERVICE_TYPES);

        assertThat(day)
                .hasSize(167)
                .isSortedAccordingTo((one, other) -> one.openedAt().compareTo(other.openedAt()));
        assertThat(day)
                .allSatisfy(real -> assertThat(real.north()).isBetween(0.0, 1.0))
                .allSatisfy(real -> assertThat(real.east()).isBetween(0.0, 1.0));
    }

    @Test
    void is_mapped_to_volunteer_and_to_duty_desk_matters() throws IOException {
        Set<String> types = new TreeSet<>();
        Case.of(LocalDate.of(2015, 7, 9), CASES, SERVICE_TYPES).forEach(real -> types.add(real.serviceType()));

        assertThat(types).contains("appliance-repair", "phone-help", "rubbish", "street-lamp");
    }

    @Test
    void has_no_day_that_the_rule_left_out() throws IOException {
        assertThat(Case.of(LocalDate.of(2015, 7, 10), CASES, SERVICE_TYPES)).isEmpty();
    }
}
