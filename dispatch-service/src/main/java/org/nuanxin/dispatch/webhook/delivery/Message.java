package org.nuanxin.dispatch.webhook.delivery;

import java.util.UUID;

/**
 * What one webhook is to be told.
 *
 * @param id stands in its header {@code webhook-id}
 */
public record Message(UUID id, UUID webhookId, String type, String body) {}
