package org.nuanxin.feedback.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "nuanxin.follow-up")
interface FollowUpSettings {
    /** How many of a hundred closed matters are followed up though nobody complained. */
    @WithDefault("5")
    double samplePercent();
}
