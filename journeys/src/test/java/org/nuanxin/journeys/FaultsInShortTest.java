package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.nuanxin.journeys.faults.Report;
import org.nuanxin.journeys.faults.Rig;

/** After all other stories: two of the faults that {@code ./check --faults} knows, and what must hold of all that went before. */
@Order(90)
class FaultsInShortTest {
    @Test
    void nothing_is_lost_and_nothing_done_twice() {
        Stack stack = Stack.running();

        try (Rig rig = Rig.around(stack.url("/"), stack.home())) {
            assertThat(Report.ofBriefFaults(rig).survived()).isTrue();
        }
    }
}
