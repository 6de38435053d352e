package org.nuanxin.stack.services;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ports by which the parts of a stack reach each other: those at which they listen or, where something of the user's stands
 * between them, ports of its own for every pair.
 *
 * @param portBase the front's; the services listen above it
 * @param through whoever stands between listens above this port; 0 for nobody
 */
public record Ways(int portBase, int postgres, int kafka, int through) {
    private static final int SERVICES = Service.values().length;

    /** How many ports above {@code through} are spoken for. */
    public static final int USED = 4 * SERVICES;

    public boolean direct() {
        return through == 0;
    }

    int postgresOf(Service service) {
        return direct() ? postgres : through(0, service);
    }

    int kafkaOf(Service service) {
        return direct() ? kafka : through(1, service);
    }

    /** By which the front reaches an instance of a service. */
    public int to(Instance instance) {
        return direct() ? instance.port(portBase) : through(2, instance.service());
    }

    /** Where Kafka listens besides its own port, and what it tells those who come there to connect to. */
    public Map<Integer, Integer> listeners() {
        Map<Integer, Integer> told = new TreeMap<>();
        if (!direct()) Arrays.stream(Service.values()).forEach(each -> told.put(through(3, each), kafkaOf(each)));
        return told;
    }

    private int through(int row, Service service) {
        return service.port(through) + row * SERVICES;
    }
}
