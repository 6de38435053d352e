package org.nuanxin.dispatch.webhook.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code nuanxin.webhook.…} */
@ConfigMapping(prefix = "nuanxin.webhook")
interface DeliverySettings {
    /** Hosts, {@code host:port}s and networks to which messages may go although they are inside, or by plain http. */
    Optional<List<String>> allow();

    /** How long a subscriber may take to accept a connection. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long a subscriber may take in all. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How long an instance has for a message it has taken; then any instance takes it again. More than {@code timeout}. */
    @WithDefault("PT60S")
    Duration lease();

    /** How many messages an instance sends to one subscriber at a time. */
    @WithDefault("4")
    int atATime();

    /** How long the log shows a message that is over. */
    @WithDefault("P30D")
    Duration keepLog();

    @WithDefault("${nuanxin.time-scale}")
    double timeScale();
}
