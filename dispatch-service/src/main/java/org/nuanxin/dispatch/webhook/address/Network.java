package org.nuanxin.dispatch.webhook.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A block of addresses, such as {@code 10.0.0.0/8}. An IPv4 address written as IPv6 ({@code ::ffff:10.0.0.1}) is the IPv4 one. */
record Network(InetAddress first, int prefix) {
    private static final Network GLOBAL_IPV6 = of("2000::/3");

    /** What the IANA registries of special addresses say is not reachable from everywhere, or is a way round to such. */
    private static final List<Network> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    static Network of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress first = InetAddress.ofLiteral(parts[0]);
        int bits = first.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) throw new IllegalArgumentException(text);
        return new Network(first, prefix);
    }

    /** Whether anybody on the internet reaches the same machine by it. */
    static boolean isPublic(InetAddress address) {
        boolean global = address.getAddress().length == 4 || GLOBAL_IPV6.contains(address);
        return global && INSIDE.stream().noneMatch(network -> network.contains(address));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        int rest = mine.length * Byte.SIZE - prefix;
        return mine.length == other.length
                && new BigInteger(1, mine).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }
}
