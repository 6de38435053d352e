package org.nuanxin.dispatch.webhook.address;

/** No webhook may be sent there. */
public final class NotAllowed extends Exception {
    /** Why not. */
    public enum Reason {
        /** Not an absolute address of the plain form {@code https://host[:port]/path}, or its host is written in disguise. */
        MALFORMED,
        /** Neither http nor https. */
        NOT_HTTP,
        /** A name or password in the address. */
        CREDENTIALS,
        /** Only https may carry it there. */
        NOT_SECURE,
        /** Nobody knows the host. */
        UNKNOWN_HOST,
        /** The host, or one of its addresses, is inside: private, loopback, link-local, multicast and the like. */
        NOT_PUBLIC
    }

    private final Reason reason;

    NotAllowed(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
