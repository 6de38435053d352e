package org.nuanxin.dispatch.webhook;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.nuanxin.kit.identity.Caller;

/** Somebody who keeps webhooks: an administrator everywhere, a supervisor for places held, a client for itself. */
record Actor(String subject, boolean administrator, boolean supervisor, Set<String> places) {
    static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.is("administrator"), caller.is("supervisor"), caller.places());
    }

    boolean isClient() {
        return !administrator && !supervisor;
    }

    /** @param placePath from the street down; empty for everywhere */
    boolean mayWatch(List<String> placePath) {
        return administrator || (supervisor && !Collections.disjoint(placePath, places));
    }

    boolean mayKeep(Webhook webhook) {
        return administrator
                || webhook.owner().equals(subject)
                || (!webhook.forClient() && mayWatch(webhook.placePath()));
    }
}
