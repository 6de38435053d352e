package org.nuanxin.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Kafka and the libraries say goes to a file; the terminal is for people. */
final class Logging {
    private static final int LIMIT = 20 << 20;

    private Logging() {}

    static void to(Path file) throws IOException {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) root.removeHandler(handler);
        FileHandler handler = new FileHandler(file.toString(), LIMIT, 1, true);
        handler.setFormatter(new SimpleFormatter());
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
