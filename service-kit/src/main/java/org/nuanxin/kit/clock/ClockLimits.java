package org.nuanxin.kit.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How wrong the machine's clock may be. */
@ConfigMapping(prefix = "nuanxin.clock")
interface ClockLimits {
    /** How far it may be from the database's before an instance takes no more calls. */
    @WithDefault("PT30S")
    Duration error();

    /** How far it may be set back at once before an instance ends. */
    @WithDefault("PT3S")
    Duration setBack();
}
