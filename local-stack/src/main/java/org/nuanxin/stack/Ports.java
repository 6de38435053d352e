package org.nuanxin.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.stack.services.Instance;
import org.nuanxin.stack.start.CannotStart;

/**
 * Eight ports in a row: the front, the services, PostgreSQL, Kafka and Kafka's controller; further instances of the services ten,
 * twenty and so on above the first.
 */
record Ports(int front, int instances, boolean ownKafka) {
    private static final int FIRST_ROW = 8;

    static int used(int instances) {
        return Math.max(FIRST_ROW, 1 + Instance.portsOf(instances));
    }

    int postgres() {
        return front + 5;
    }

    int kafka() {
        return front + 6;
    }

    int kafkaController() {
        return front + 7;
    }

    /** Tells of a busy port before anything has been started. */
    void requireFree() {
        named().forEach((name, port) -> {
            if (busy(port)) {
                throw new CannotStart(
                        "Port %d (%s) is in use by another program: stop that, or start with --port-base %d."
                                .formatted(port, name, front + 1000 <= 65535 - used(instances) ? front + 1000 : 8080));
            }
        });
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("front", front);
        Instance.all(instances).forEach(instance -> named.put(instance.name(), instance.port(front)));
        named.put("PostgreSQL", postgres());
        if (ownKafka) {
            named.put("Kafka", kafka());
            named.put("Kafka's controller", kafkaController());
        }
        return named;
    }

    private static boolean busy(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }
}
