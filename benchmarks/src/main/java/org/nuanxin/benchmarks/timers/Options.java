package org.nuanxin.benchmarks.timers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was typed after {@code ./bench timers}. */
final class Options {
    private static final Map<String, String> DEFAULTS = Map.of(
            "--only", "P3,P4,P5",
            "--rounds", "5",
            "--window", "10",
            "--peers", "db-scheduler,jobrunr,quartz",
            "--rates", "300,2000",
            "--pending", "1000000",
            "--churn", "2000000",
            "--home", "");

    private final Map<String, String> values = new HashMap<>(DEFAULTS);

    private Options() {}

    static Options parse(List<String> typed) {
        Options options = new Options();
        for (int i = 0; i < typed.size(); i += 2) {
            String name = typed.get(i);
            if (!DEFAULTS.containsKey(name) || i + 1 == typed.size()) {
                throw new IllegalArgumentException("options are " + DEFAULTS.keySet() + ", each with a value");
            }
            options.values.put(name, typed.get(i + 1));
        }
        return options;
    }

    boolean wants(String figure) {
        return list("--only").contains(figure);
    }

    List<String> peers() {
        return list("--peers");
    }

    int rounds() {
        return number("--rounds");
    }

    Duration window() {
        return Duration.ofSeconds(number("--window"));
    }

    /** Timers a second at which lateness is measured. */
    List<Integer> rates() {
        return list("--rates").stream().map(Integer::valueOf).toList();
    }

    int pending() {
        return number("--pending");
    }

    /** How many timers are set and cancelled. */
    int churn() {
        return number("--churn");
    }

    /** The data of a stack that runs already and is to be measured. */
    Optional<Path> home() {
        return Optional.of(value("--home")).filter(typed -> !typed.isEmpty()).map(Path::of);
    }

    private List<String> list(String name) {
        return Stream.of(value(name).split(",")).filter(one -> !one.isEmpty()).toList();
    }

    private int number(String name) {
        return Integer.parseInt(value(name));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
