package org.nuanxin.journeys.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nuanxin.journeys.Stack;

/**
 * A service's process and what it holds.
 *
 * @param resident kilobytes of memory; 0 where the system does not tell
 */
record Memory(long pid, long resident) {
    static Memory of(String service) {
        long pid = Stack.running().process(service).pid();
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return new Memory(
                    pid,
                    !Files.exists(status)
                            ? 0
                            : Files.readAllLines(status).stream()
                                    .filter(line -> line.startsWith("VmRSS:"))
                                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                    .sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
