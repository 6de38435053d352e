package org.nuanxin.volunteer;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void keeps_the_rules_of_a_service() {
        ArchitectureRules.checkService("org.nuanxin.volunteer");
    }
}
