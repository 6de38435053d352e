package org.nuanxin.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.start.CannotStart;

/** Eight ports in a row: the front, the services, PostgreSQL, Kafka and Kafka's controller. */
record Ports(int front) {
    static final int USED = 8;

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
                                .formatted(port, name, front + 1000 <= 65535 - USED ? front + 1000 : 8080));
            }
        });
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("front", front);
        for (Service service : Service.values()) named.put(service.label(), service.port(front));
        named.put("PostgreSQL", postgres());
        named.put("Kafka", kafka());
        named.put("Kafka's controller", kafkaController());
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
