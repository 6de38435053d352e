package org.nuanxin.testing.violations;

import java.time.Instant;

public class ReadsClock {
    public Instant deadline() {
        return Instant.now();
    }
}
