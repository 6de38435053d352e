package org.nuanxin.dispatch.volunteers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code nuanxin.volunteers.…} */
@ConfigMapping(prefix = "nuanxin.volunteers")
interface IndexSettings {
    /** How often the volunteers in memory are compared with those in the database. */
    @WithDefault("PT10M")
    Duration checkEvery();
}
