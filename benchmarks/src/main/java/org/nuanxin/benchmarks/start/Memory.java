package org.nuanxin.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, in megabytes: its share (Pss), and of that what only it has (anonymous). */
public record Memory(double share, double anonymous) {
    public static Memory of(long pid) throws IOException {
        double share = 0;
        double anonymous = 0;
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                share = megabytes(line);
            } else if (line.startsWith("Pss_Anon:")) {
                anonymous = megabytes(line);
            }
        }
        return new Memory(share, anonymous);
    }

    Memory plus(Memory other) {
        return new Memory(share + other.share, anonymous + other.anonymous);
    }

    private static double megabytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
