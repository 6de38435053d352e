package org.nuanxin.stack.services;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the processes of a service; they are alike and share its database and its consumer group.
 *
 * @param number from 1; the first bears the name of its service, the others their number behind it
 */
public record Instance(Service service, int number) {
    /** Between the ports of an instance and those of the next, so that 8081, 8091, 8101 are of one service. */
    private static final int APART = 10;

    /** The first of every service, then the second of every service, and so on. */
    public static List<Instance> all(int ofEach) {
        return IntStream.rangeClosed(1, ofEach)
                .boxed()
                .flatMap(number -> Arrays.stream(Service.values()).map(service -> new Instance(service, number)))
                .toList();
    }

    /** How many ports there are up to the last one of an instance. */
    public static int portsOf(int instances) {
        return APART * (instances - 1) + Service.values().length;
    }

    public String name() {
        return number == 1 ? service.label() : service.label() + "-" + number;
    }

    public int port(int portBase) {
        return service.port(portBase) + APART * (number - 1);
    }
}
