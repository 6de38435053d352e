package org.nuanxin.feedback;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void follows_the_rules() {
        ArchitectureRules.checkService("org.nuanxin.feedback");
    }
}
