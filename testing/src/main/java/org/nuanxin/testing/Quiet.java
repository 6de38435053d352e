package org.nuanxin.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the servers' own logs out of the output of tests. */
final class Quiet {
    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS = Stream.of("kafka", "org.apache.kafka", "state", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private Quiet() {}

    static void please() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
