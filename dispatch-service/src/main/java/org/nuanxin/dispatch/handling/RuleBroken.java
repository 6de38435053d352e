package org.nuanxin.dispatch.handling;

/** What was asked by hand may not be; nothing has changed. */
public final class RuleBroken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Rule rule;

    RuleBroken(Rule rule) {
        super(rule.name());
        this.rule = rule;
    }

    /** What may not be broken by hand. */
    public enum Rule {
        REQUEST_NOT_OPEN,
        NOT_ELIGIBLE,
        NO_CAPACITY_LEFT,
        NOT_STAFF_HERE,
        ALREADY_PAUSED,
        NOT_PAUSED,
        PAUSE_REASON_NOT_LISTED,
        PAUSE_TOO_LONG,
        NOT_IN_THE_FUTURE,
        CLOSURE_BREACHED,
        CLOSURE_PAUSED,
        EXTENSION_NOT_LATER,
        EXTENSION_TOO_LONG,
        ALERT_NOT_OPEN,
        NOT_THE_HOLDER,
        NOTHING_ASKED,
        NOTHING_TO_REBASE,
        NO_APPOINTMENT,
        ALREADY_UNDER_WAY
    }

    public Rule rule() {
        return rule;
    }
}
