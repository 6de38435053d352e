package org.nuanxin.stack;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    @Test
    void the_stack_knows_no_service_and_its_features_form_no_cycle() {
        ArchitectureRules.checkTool("org.nuanxin.stack");
    }
}
