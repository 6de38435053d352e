package org.nuanxin.kit;

import org.junit.jupiter.api.Test;
import org.nuanxin.testing.ArchitectureRules;

class ArchitectureTest {
    /** Nobody here is told to look at the machine's clock: time comes from the database. */
    @Test
    void keeps_the_rules() {
        ArchitectureRules.checkKit();
    }
}
