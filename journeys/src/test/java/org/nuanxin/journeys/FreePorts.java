package org.nuanxin.journeys;

import static java.util.stream.IntStream.range;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on. */
public final class FreePorts {
    private FreePorts() {}

    /** The first of so many in a row, anywhere from 20,000 on. */
    public static int inARow(int many) {
        return ThreadLocalRandom.current()
                .ints(20_000, 29_000)
                .filter(base -> range(base, base + many).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
