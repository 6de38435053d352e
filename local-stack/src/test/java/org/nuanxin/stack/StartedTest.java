package org.nuanxin.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedTest {
    List<String> stopped = new ArrayList<>();
    Started started = new Started();

    @Test
    void is_stopped_in_the_reverse_order() {
        started.add(part("store"));
        started.add(part("broker"));
        started.add(part("services"));

        started.close();

        assertThat(stopped).containsExactly("services", "broker", "store");
    }

    @Test
    void is_stopped_even_where_one_part_will_not() {
        started.add(part("store"));
        started.add(() -> {
            throw new IllegalStateException("will not");
        });

        started.close();

        assertThat(stopped).containsExactly("store");
    }

    @Test
    void does_not_keep_what_comes_up_too_late() {
        started.close();

        started.add(part("late"));

        assertThat(stopped).containsExactly("late");
    }

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }
}
