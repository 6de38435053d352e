package org.nuanxin.testing.violations;

import java.time.LocalDateTime;
import java.util.function.Supplier;

public class ReadsClockByReference {
    public Supplier<LocalDateTime> clock() {
        return LocalDateTime::now;
    }
}
