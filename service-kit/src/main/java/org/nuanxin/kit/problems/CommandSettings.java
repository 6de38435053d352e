package org.nuanxin.kit.problems;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code nuanxin.commands.…} */
@ConfigMapping(prefix = "nuanxin.commands")
interface CommandSettings {
    /** How long an Idempotency-Key and its answer are kept; the same key is another command after that. */
    @WithDefault("P30D")
    Duration keep();
}
