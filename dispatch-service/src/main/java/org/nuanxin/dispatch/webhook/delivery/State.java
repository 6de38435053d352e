package org.nuanxin.dispatch.webhook.delivery;

/** How far a message has come. */
public enum State {
    PENDING,
    DELIVERED,
    GIVEN_UP
}
