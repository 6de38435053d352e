package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;

/** Somebody who fires timers. */
interface Contestant {
    String name();

    /** Takes what stands in {@code bench.due} over, without firing any of it yet. */
    void load() throws SQLException, IOException;

    /** From now on everything that is due is fired. */
    void start() throws SQLException, IOException;

    void stop() throws SQLException, IOException;

    /** The process that fires. */
    long pid() throws IOException;
}
