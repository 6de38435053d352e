package org.nuanxin.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.stack.start.CannotStart;

class OptionsTest {
    @Test
    void without_any_the_data_stay_and_time_runs_as_it_does() {
        Options options = Options.parse();

        assertThat(options.fresh()).isFalse();
        assertThat(options.browser()).isTrue();
        assertThat(options.timeScale()).isEqualTo("1");
        assertThat(options.portBase()).isEqualTo(8080);
        assertThat(options.instances()).isEqualTo(1);
        assertThat(options.cell()).isEmpty();
        assertThat(options.broker()).isEmpty();
        assertThat(options.serviceOptions()).isEmpty();
    }

    @Test
    void all_of_them_may_be_given() {
        Options options = Options.parse(
                "--fresh",
                "--time-scale",
                "60",
                "--no-browser",
                "--port-base",
                "9080",
                "--instances",
                "2",
                "--cell",
                "east",
                "--broker",
                "localhost:8086",
                "--service-opts",
                "-Xmx1g -Da=b");

        assertThat(options.fresh()).isTrue();
        assertThat(options.browser()).isFalse();
        assertThat(options.timeScale()).isEqualTo("60");
        assertThat(options.portBase()).isEqualTo(9080);
        assertThat(options.through()).isZero();
        assertThat(options.instances()).isEqualTo(2);
        assertThat(options.cell()).contains("east");
        assertThat(options.broker()).contains("localhost:8086");
        assertThat(options.serviceOptions()).containsExactly("-Xmx1g", "-Da=b");
    }

    @Test
    void something_may_stand_between_the_parts_where_there_is_one_of_each() {
        assertThat(Options.parse("--through", "9100").through()).isEqualTo(9100);
    }

    @Test
    void another_version_beside_this_one_is_the_second_of_two() {
        Options options = Options.parse("--beside", "/earlier");

        assertThat(options.beside()).contains(Path.of("/earlier"));
        assertThat(options.instances()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--frsh,            There is no option --frsh: ./start --help lists them.",
        "--time-scale,      --time-scale needs a value: see ./start --help.",
        "--time-scale 0,    '--time-scale needs a whole number such as 60, not 0.'",
        "--time-scale fast, '--time-scale needs a whole number such as 60, not fast.'",
        "--port-base 80,    '--port-base needs a port from 1024 to 65527, not 80.'",
        "--port-base 65530, '--port-base needs a port from 1024 to 65527, not 65530.'",
        "--instances 2 --port-base 65527, '--port-base needs a port from 1024 to 65520, not 65527.'",
        "--cell East, '--cell needs a name of small letters, digits and hyphens, not East.'",
        "--broker 9092, '--broker needs an address such as localhost:8086, not 9092.'",
        "--archive here, '--archive needs a folder by its absolute path, not here.'",
        "--through 9100 --instances 2, '--through goes with none of --instances, --beside and --broker.'",
        "--beside ../earlier, '--beside needs a folder by its absolute path, not ../earlier.'",
        "--beside /earlier --instances 1, '--beside needs --instances 2 or more, not 1.'",
        "--instances none, '--instances needs a number from 1 to 4, not none.'"
    })
    void a_wrong_one_is_told_in_one_sentence(String typed, String sentence) {
        assertThatThrownBy(() -> Options.parse(typed.split(" ")))
                .isInstanceOf(CannotStart.class)
                .hasMessage(sentence);
    }
}
