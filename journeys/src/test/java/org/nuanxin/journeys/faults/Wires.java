package org.nuanxin.journeys.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** The wires between the parts of a stack that was started with {@code --through}: see {@code ./start --help}. */
final class Wires {
    /** Ports of the stack itself. */
    private static final int STACK = 8;

    private static final int ROW = Rig.SERVICES.size();

    static final int PORTS = STACK + 1 + 4 * ROW;

    private Wires() {}

    /** What the stack with this first port is started with. */
    static int through(int base) {
        return base + STACK;
    }

    /** Where the load reaches the front. */
    static int front(int base) {
        return base + STACK;
    }

    static Map<String, Link> of(int base) {
        Map<String, Link> links = new LinkedHashMap<>();
        add(links, "load-front", front(base), base);
        for (int number = 1; number <= ROW; number++) {
            String service = Rig.SERVICES.get(number - 1);
            int near = through(base) + number;
            add(links, service + "-postgres", near, base + 5);
            add(links, service + "-kafka", near + ROW, near + 3 * ROW);
            add(links, "front-" + service, near + 2 * ROW, base + number);
        }
        return links;
    }

    private static void add(Map<String, Link> links, String name, int port, int target) {
        links.put(name, new Link(name, port, target));
    }
}
