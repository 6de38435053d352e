package org.nuanxin.feedback.matter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people may speak about a completion. */
@ConfigMapping(prefix = "nuanxin.feedback")
public interface FeedbackPeriod {
    @WithDefault("P7D")
    Duration ratable();

    @WithDefault("${nuanxin.time-scale:1}")
    double timeScale();

    default Duration scaled() {
        return Duration.ofMillis(Math.round(ratable().toMillis() / timeScale()));
    }
}
