package org.nuanxin.testing.violations;

import java.time.Clock;

public class TakesSystemClock {
    public Clock clock() {
        return Clock.systemUTC();
    }
}
