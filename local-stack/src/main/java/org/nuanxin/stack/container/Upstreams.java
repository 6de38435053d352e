package org.nuanxin.stack.container;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.start.CannotStart;

/** Where each service listens, as given by {@code intake=host:8081} and the like; once for each of its instances. */
record Upstreams(Map<Service, List<SocketAddress>> addresses) {
    private static final Pattern ADDRESS = Pattern.compile("(\\w+)=([\\w.-]+):(\\d{1,5})");

    static Upstreams parse(List<String> given) {
        Map<Service, List<SocketAddress>> addresses = new EnumMap<>(Service.class);
        for (String one : given) {
            Matcher parts = ADDRESS.matcher(one);
            if (!parts.matches()) throw new CannotStart("%s is not of the form intake=host:8081.".formatted(one));
            int port = Integer.parseInt(parts.group(3));
            addresses
                    .computeIfAbsent(service(parts.group(1)), _ -> new ArrayList<>())
                    .add(SocketAddress.inetSocketAddress(port, parts.group(2)));
        }
        List<String> missing = Arrays.stream(Service.values())
                .filter(service -> !addresses.containsKey(service))
                .map(Service::label)
                .toList();
        if (!missing.isEmpty())
            throw new CannotStart("No address is given for %s.".formatted(String.join(", ", missing)));
        return new Upstreams(addresses);
    }

    private static Service service(String label) {
        return Arrays.stream(Service.values())
                .filter(service -> service.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new CannotStart("There is no service %s.".formatted(label)));
    }
}
