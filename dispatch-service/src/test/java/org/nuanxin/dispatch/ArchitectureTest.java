package org.nuanxin.dispatch;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void keeps_the_rules_of_a_service() {
        ArchitectureRules.checkService("org.nuanxin.dispatch");
    }

    @Test
    void decides_in_plain_java() {
        ArchitectureRules.checkPlainJava(
                "org.nuanxin.dispatch.calendar",
                "org.nuanxin.dispatch.policy",
                "org.nuanxin.dispatch.experience",
                "org.nuanxin.dispatch.candidates",
                "org.nuanxin.dispatch.matching",
                "org.nuanxin.dispatch.handling");
    }
}
