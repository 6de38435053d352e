package org.nuanxin.dispatch.webhook.address;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an operator allows besides: {@code host}, {@code host:port} as written in the address, or a network such as
 * {@code 10.1.0.0/16} for whatever resolves into it.
 */
final class AllowList {
    private final Set<String> hosts;
    private final List<Network> networks;

    AllowList(Collection<String> entries) {
        Predicate<String> isNetwork = entry -> entry.contains("/");
        hosts = entries.stream()
                .filter(isNetwork.negate())
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        networks = entries.stream()
                .filter(isNetwork)
                .map(entry -> Network.of(entry.strip()))
                .toList();
    }

    boolean allows(WebhookUrl url) {
        return hosts.contains(url.host()) || hosts.contains(url.host() + ":" + url.port());
    }

    boolean allows(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
