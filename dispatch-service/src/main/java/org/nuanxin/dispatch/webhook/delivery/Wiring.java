package org.nuanxin.dispatch.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetAddress;
import java.util.List;
import org.nuanxin.dispatch.webhook.address.Destinations;

/** Plain classes with their settings. */
class Wiring {
    @Produces
    @ApplicationScoped
    Destinations destinations(DeliverySettings settings) {
        return new Destinations(settings.allow().orElse(List.of()), InetAddress::getAllByName);
    }
}
