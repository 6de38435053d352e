package org.nuanxin.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.nuanxin.stack.services.Ways;
import org.nuanxin.stack.start.CannotStart;

/**
 * What was typed after {@code ./start}.
 *
 * @param timeScale a whole number; it goes to the services as it is
 * @param through above which port something of the user's stands between the parts; 0 where nothing does
 */
record Options(
        boolean fresh, boolean browser, String timeScale, int portBase, int through, List<String> serviceOptions) {
    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int LAST_PORT_BASE = 65535 - Ports.USED;
    private static final int LAST_THROUGH = 65535 - Ways.USED;

    static Options parse(String... arguments) {
        Options options = new Options(false, true, "1", DEFAULT_PORT_BASE, 0, List.of());
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            options = switch (option) {
                case "--fresh" -> options.withFresh();
                case "--no-browser" -> options.withoutBrowser();
                case "--time-scale" -> options.withTimeScale(value(option, rest));
                case "--port-base" -> options.withPortBase(value(option, rest));
                case "--through" -> options.withThrough(value(option, rest));
                case "--service-opts" -> options.withServiceOptions(value(option, rest));
                default -> throw new CannotStart("There is no option %s: ./start --help lists them.".formatted(option));
            };
        }
        return options;
    }

    private static String value(String option, Deque<String> rest) {
        return Optional.ofNullable(rest.poll())
                .orElseThrow(() -> new CannotStart("%s needs a value: see ./start --help.".formatted(option)));
    }

    private Options withFresh() {
        return new Options(true, browser, timeScale, portBase, through, serviceOptions);
    }

    private Options withoutBrowser() {
        return new Options(fresh, false, timeScale, portBase, through, serviceOptions);
    }

    private Options withTimeScale(String typed) {
        if (typed.matches("[1-9]\\d{0,5}")) {
            return new Options(fresh, browser, typed, portBase, through, serviceOptions);
        }
        throw new CannotStart("--time-scale needs a whole number such as 60, not %s.".formatted(typed));
    }

    private Options withPortBase(String typed) {
        int port = port("--port-base", LAST_PORT_BASE, typed);
        return new Options(fresh, browser, timeScale, port, through, serviceOptions);
    }

    private Options withThrough(String typed) {
        int port = port("--through", LAST_THROUGH, typed);
        return new Options(fresh, browser, timeScale, portBase, port, serviceOptions);
    }

    private static int port(String option, int last, String typed) {
        if (typed.matches("\\d{4,5}") && Integer.parseInt(typed) >= 1024 && Integer.parseInt(typed) <= last) {
            return Integer.parseInt(typed);
        }
        throw new CannotStart("%s needs a port from 1024 to %d, not %s.".formatted(option, last, typed));
    }

    private Options withServiceOptions(String typed) {
        return new Options(
                fresh,
                browser,
                timeScale,
                portBase,
                through,
                List.of(typed.strip().split("\\s+")));
    }
}
