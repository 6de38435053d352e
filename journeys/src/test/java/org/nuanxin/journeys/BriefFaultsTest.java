package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.nuanxin.journeys.faults.Report;
import org.nuanxin.journeys.faults.Rig;

/** A taste of {@code ./check --faults}, on the stack of the stories, when they have been told. */
@Order(30)
class BriefFaultsTest {
    @Test
    void nothing_is_lost_and_nothing_done_twice() {
        Stack stack = Stack.running();

        Report report = Report.ofBriefFaults(Rig.around(stack.url("/"), stack.home()));

        assertThat(report.survived()).isTrue();
    }
}
