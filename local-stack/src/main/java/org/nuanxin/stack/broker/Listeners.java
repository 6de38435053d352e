package org.nuanxin.stack.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where Kafka listens.
 *
 * @param others further ports, each with the one that whoever comes there is told to connect to
 */
public record Listeners(int port, int controllerPort, Map<Integer, Integer> others) {
    private static final String OWN = "PLAINTEXT";
    private static final String CONTROLLER = "CONTROLLER";

    String bootstrap() {
        return "localhost:" + port;
    }

    Map<String, String> settings() {
        List<String> listening = new ArrayList<>(List.of(at(OWN, port), at(CONTROLLER, controllerPort)));
        List<String> told = new ArrayList<>(List.of(at(OWN, port)));
        List<String> protocols = new ArrayList<>(List.of(OWN + ":PLAINTEXT", CONTROLLER + ":PLAINTEXT"));
        others.forEach((own, toldPort) -> {
            String name = "AT" + own;
            listening.add(at(name, own));
            told.add(at(name, toldPort));
            protocols.add(name + ":PLAINTEXT");
        });
        return Map.of(
                "controller.quorum.voters", "1@localhost:" + controllerPort,
                "listeners", String.join(",", listening),
                "advertised.listeners", String.join(",", told),
                "listener.security.protocol.map", String.join(",", protocols));
    }

    private static String at(String name, int port) {
        return "%s://localhost:%d".formatted(name, port);
    }

    /** As they are handed to another process. */
    List<String> arguments() {
        return Stream.concat(
                        Stream.of(port, controllerPort),
                        new TreeMap<>(others)
                                .entrySet().stream().flatMap(other -> Stream.of(other.getKey(), other.getValue())))
                .map(String::valueOf)
                .toList();
    }

    static Listeners of(List<String> arguments) {
        Deque<Integer> ports =
                new ArrayDeque<>(arguments.stream().map(Integer::valueOf).toList());
        int port = ports.pop();
        int controllerPort = ports.pop();
        Map<Integer, Integer> others = new TreeMap<>();
        while (!ports.isEmpty()) others.put(ports.pop(), ports.pop());
        return new Listeners(port, controllerPort, others);
    }
}
