package org.nuanxin.dispatch.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be subscribed to. */
enum MessageType {
    OFFER_MADE,
    OFFER_WITHDRAWN,
    REQUEST_ASSIGNED,
    HELPER_ARRIVED,
    REQUEST_COMPLETED,
    REQUEST_CLOSED,
    REQUEST_REFERRED,
    REQUEST_DECLINED,
    REQUEST_PAUSED,
    REQUEST_EXTENDED,
    APPOINTMENT_PROPOSED,
    APPOINTMENT_ANSWERED,
    APPOINTMENT_NEAR,
    ALERT_RAISED;

    /** As subscribers write it: {@code offer.made}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static Optional<MessageType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** All of them, for people. */
    static String words() {
        return Arrays.stream(values()).map(MessageType::word).collect(Collectors.joining(", "));
    }
}
