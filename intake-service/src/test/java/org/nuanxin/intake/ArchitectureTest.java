package org.nuanxin.intake;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void follows_the_rules_of_a_service() {
        ArchitectureRules.checkService("org.nuanxin.intake");
    }
}
