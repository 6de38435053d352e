package org.nuanxin.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.benchmarks.stack.RunningStack;

/** {@code --minutes 60 --rate 3} and the like. */
final class LoadOptions {
    private static final Set<String> KNOWN =
            Set.of("--minutes", "--rate", "--out", "--time-scale", "--seed", "--home", "--streams", "--seconds");

    private final Map<String, String> given = new HashMap<>();

    LoadOptions(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!KNOWN.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " is not understood, see ./bench --help");
            }
            given.put(arguments.get(i), arguments.get(i + 1));
        }
    }

    Duration minutes(int otherwise) {
        return Duration.ofMillis((long) (60_000 * number("--minutes", otherwise)));
    }

    /** A second. */
    double rate(double otherwise) {
        return number("--rate", otherwise);
    }

    double number(String name, double otherwise) {
        return Double.parseDouble(given.getOrDefault(name, String.valueOf(otherwise)));
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** The stack whose data {@code --home} names, or a new one. */
    RunningStack stack(String name, String... startedWith) throws IOException {
        String home = given.get("--home");
        return home == null
                ? RunningStack.fresh(name, startedWith)
                : RunningStack.at(Path.of(home).toAbsolutePath());
    }

    /** Where the table and the plot are written. */
    Path folder(String name) {
        return Path.of(given.getOrDefault("--out", "benchmarks/target/" + name + "-report"));
    }
}
