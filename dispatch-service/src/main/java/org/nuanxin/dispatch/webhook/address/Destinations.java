package org.nuanxin.dispatch.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.dispatch.webhook.address.NotAllowed.Reason;

/** Finds the machine behind an address, if a webhook may be sent there. Asked at subscribing and again before every sending. */
public final class Destinations {
    /** What a name means now. */
    public interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final AllowList allowed;
    private final Lookup lookup;

    /** @param allowed hosts, {@code host:port}s and networks to which messages may go although they are inside, or by http */
    public Destinations(Collection<String> allowed, Lookup lookup) {
        this.allowed = new AllowList(allowed);
        this.lookup = lookup;
    }

    /** Waits for the name service. A host with one address inside is inside: which one is called would be up to the host. */
    public Destination of(String url) throws NotAllowed {
        WebhookUrl parsed = WebhookUrl.parse(url);
        List<InetAddress> machines = resolve(parsed);
        boolean welcome = allowed.allows(parsed) || machines.stream().allMatch(allowed::allows);
        if (!welcome && !machines.stream().allMatch(Network::isPublic)) throw new NotAllowed(Reason.NOT_PUBLIC);
        if (!welcome && !parsed.secure()) throw new NotAllowed(Reason.NOT_SECURE);
        return new Destination(parsed.secure(), machines.getFirst(), parsed.bareHost(), parsed.port(), parsed.target());
    }

    private List<InetAddress> resolve(WebhookUrl url) throws NotAllowed {
        try {
            return Stream.of(lookup.all(url.bareHost())).toList();
        } catch (UnknownHostException unknown) {
            throw new NotAllowed(Reason.UNKNOWN_HOST);
        }
    }
}
