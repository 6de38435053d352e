package org.nuanxin.dispatch.handling;

/**
 * One timer of a request.
 *
 * @param which offer, alert or stage, empty where there is only one of the kind
 */
public record TimerKey(Kind kind, String which) {

    /** What a timer is for. */
    public enum Kind {
        SEARCH_START,
        PHASE,
        ASK,
        OFFER_WAIT,
        RESPONSE_WARNING,
        RESPONSE_BREACH,
        CLOSURE_WARNING,
        CLOSURE_BREACH,
        PAUSE_END,
        ALERT,
        CONFIRM_REMINDER,
        CONFIRM_END,
        START_REMINDER,
        NO_SHOW,
        APPOINTMENT_REMINDER,
        AUTO_CLOSE
    }

    static TimerKey of(Kind kind) {
        return new TimerKey(kind, "");
    }

    static TimerKey of(Kind kind, Object which) {
        return new TimerKey(kind, which.toString());
    }

    /** The word under which it is kept, such as {@code RESPONSE_WARNING:2}. */
    public String text() {
        return which.isEmpty() ? kind.name() : kind.name() + ":" + which;
    }

    public static TimerKey parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? of(Kind.valueOf(text))
                : new TimerKey(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }
}
