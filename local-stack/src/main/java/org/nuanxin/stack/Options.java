package org.nuanxin.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nuanxin.stack.services.Ways;
import org.nuanxin.stack.start.CannotStart;

/**
 * What was typed after {@code ./start}.
 *
 * @param timeScale a whole number; it goes to the services as it is
 * @param through above which port something of the user's stands between the parts; 0 where nothing does
 * @param instances how many of each service
 * @param beside where another version was built that works beside this one
 * @param cell stands before the names of topics and consumer groups
 * @param archive where everything that PostgreSQL writes goes, too
 * @param broker a Kafka that runs already, shared with other cells
 */
record Options(
        boolean fresh,
        boolean browser,
        String timeScale,
        int portBase,
        int through,
        int instances,
        Optional<Path> beside,
        Optional<String> cell,
        Optional<String> broker,
        Optional<Path> archive,
        List<String> serviceOptions) {
    private static final Set<String> FLAGS = Set.of("--fresh", "--no-browser");
    private static final Set<String> VALUES = Set.of(
            "--time-scale",
            "--port-base",
            "--through",
            "--instances",
            "--beside",
            "--cell",
            "--broker",
            "--archive",
            "--service-opts");

    static Options parse(String... arguments) {
        Map<String, String> typed = typed(arguments);
        int instances = instances(typed);
        return new Options(
                typed.containsKey("--fresh"),
                !typed.containsKey("--no-browser"),
                timeScale(typed.getOrDefault("--time-scale", "1")),
                port("--port-base", 65535 - Ports.used(instances), typed.getOrDefault("--port-base", "8080")),
                typed.containsKey("--through") ? through(typed) : 0,
                instances,
                Optional.ofNullable(typed.get("--beside")).map(folder -> folder("--beside", folder)),
                Optional.ofNullable(typed.get("--cell")).map(Options::cell),
                Optional.ofNullable(typed.get("--broker")).map(Options::broker),
                Optional.ofNullable(typed.get("--archive")).map(folder -> folder("--archive", folder)),
                words(typed.getOrDefault("--service-opts", "")));
    }

    /** Of what is typed twice the last holds. */
    private static Map<String, String> typed(String... arguments) {
        Map<String, String> typed = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (FLAGS.contains(option)) typed.put(option, "");
            else if (VALUES.contains(option)) typed.put(option, value(option, rest));
            else throw new CannotStart("There is no option %s: ./start --help lists them.".formatted(option));
        }
        return typed;
    }

    private static String value(String option, Deque<String> rest) {
        return Optional.ofNullable(rest.poll())
                .orElseThrow(() -> new CannotStart("%s needs a value: see ./start --help.".formatted(option)));
    }

    private static String timeScale(String typed) {
        if (typed.matches("[1-9]\\d{0,5}")) return typed;
        throw new CannotStart("--time-scale needs a whole number such as 60, not %s.".formatted(typed));
    }

    /** Only the first instances, and a Kafka of their own, have ports for it. */
    private static int through(Map<String, String> typed) {
        if (typed.containsKey("--instances") || typed.containsKey("--beside") || typed.containsKey("--broker")) {
            throw new CannotStart("--through goes with none of --instances, --beside and --broker.");
        }
        return port("--through", 65535 - Ways.USED, Objects.requireNonNull(typed.get("--through")));
    }

    private static int port(String option, int last, String typed) {
        if (typed.matches("\\d{4,5}") && Integer.parseInt(typed) >= 1024 && Integer.parseInt(typed) <= last) {
            return Integer.parseInt(typed);
        }
        throw new CannotStart("%s needs a port from 1024 to %d, not %s.".formatted(option, last, typed));
    }

    private static int instances(Map<String, String> typed) {
        boolean beside = typed.containsKey("--beside");
        String number = typed.getOrDefault("--instances", beside ? "2" : "1");
        if (!number.matches("[1-4]")) {
            throw new CannotStart("--instances needs a number from 1 to 4, not %s.".formatted(number));
        }
        int instances = Integer.parseInt(number);
        if (beside && instances == 1) throw new CannotStart("--beside needs --instances 2 or more, not 1.");
        return instances;
    }

    private static String cell(String typed) {
        if (typed.matches("[a-z][a-z0-9-]{0,30}")) return typed;
        throw new CannotStart("--cell needs a name of small letters, digits and hyphens, not %s.".formatted(typed));
    }

    private static String broker(String typed) {
        if (typed.matches("[\\w.-]+:\\d{1,5}")) return typed;
        throw new CannotStart("--broker needs an address such as localhost:8086, not %s.".formatted(typed));
    }

    private static Path folder(String option, String typed) {
        if (typed.startsWith("/")) return Path.of(typed);
        throw new CannotStart("%s needs a folder by its absolute path, not %s.".formatted(option, typed));
    }

    private static List<String> words(String typed) {
        return typed.isBlank() ? List.of() : List.of(typed.strip().split("\\s+"));
    }
}
