package org.nuanxin.dispatch.dispatches;

import org.nuanxin.dispatch.handling.RuleBroken;
import org.nuanxin.kit.problems.Problem;

/** The rules that a person may break by hand, as callers are told of them: 409 each, by its own name. */
@SuppressWarnings("serial") // told at once, never sent as an object
final class BrokenRules {
    private BrokenRules() {}

    static final class RequestNotOpen extends Problem {}

    static final class NotEligible extends Problem {}

    static final class NoCapacityLeft extends Problem {}

    static final class NotStaffHere extends Problem {}

    static final class AlreadyPaused extends Problem {}

    static final class NotPaused extends Problem {}

    static final class PauseReasonNotListed extends Problem {}

    static final class PauseTooLong extends Problem {}

    static final class NotInTheFuture extends Problem {}

    static final class ClosureBreached extends Problem {}

    static final class ClosurePaused extends Problem {}

    static final class ExtensionNotLater extends Problem {}

    static final class ExtensionTooLong extends Problem {}

    static final class AlertNotOpen extends Problem {}

    static final class NotTheHolder extends Problem {}

    static final class NothingAsked extends Problem {}

    static final class NothingToRebase extends Problem {}

    static final class NoAppointment extends Problem {}

    static final class AlreadyUnderWay extends Problem {}

    static Problem of(RuleBroken broken) {
        return switch (broken.rule()) {
            case REQUEST_NOT_OPEN -> new RequestNotOpen();
            case NOT_ELIGIBLE -> new NotEligible();
            case NO_CAPACITY_LEFT -> new NoCapacityLeft();
            case NOT_STAFF_HERE -> new NotStaffHere();
            case ALREADY_PAUSED -> new AlreadyPaused();
            case NOT_PAUSED -> new NotPaused();
            case PAUSE_REASON_NOT_LISTED -> new PauseReasonNotListed();
            case PAUSE_TOO_LONG -> new PauseTooLong();
            case NOT_IN_THE_FUTURE -> new NotInTheFuture();
            case CLOSURE_BREACHED -> new ClosureBreached();
            case CLOSURE_PAUSED -> new ClosurePaused();
            case EXTENSION_NOT_LATER -> new ExtensionNotLater();
            case EXTENSION_TOO_LONG -> new ExtensionTooLong();
            case ALERT_NOT_OPEN -> new AlertNotOpen();
            case NOT_THE_HOLDER -> new NotTheHolder();
            case NOTHING_ASKED -> new NothingAsked();
            case NOTHING_TO_REBASE -> new NothingToRebase();
            case NO_APPOINTMENT -> new NoAppointment();
            case ALREADY_UNDER_WAY -> new AlreadyUnderWay();
        };
    }
}
