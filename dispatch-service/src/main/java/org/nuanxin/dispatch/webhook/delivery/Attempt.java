package org.nuanxin.dispatch.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message taken to be sent now.
 *
 * @param deliveryId the {@code webhook-id}: the same at every attempt
 * @param number of all attempts
 * @param tries since it was asked for last
 */
record Attempt(
        UUID deliveryId, UUID webhookId, int number, int tries, String url, Secret secret, String body, Instant at) {
    String signature() {
        return secret.sign(deliveryId.toString(), at, body);
    }
}
