package org.nuanxin.dispatch.handling;

import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RequestEvent;

/** Whatever can happen to a request. */
public sealed interface Input permits Input.Asked, Input.Answered, Input.Rated, Input.Due, Command {
    /** The resident's side said something. */
    record Asked(RequestEvent event) implements Input {}

    /** A volunteer, or whoever holds it, said something. */
    record Answered(AnswerEvent event) implements Input {}

    /** The resident said afterwards how it was. */
    record Rated(RatingEvent event) implements Input {}

    /** A timer is due. */
    record Due(TimerKey timer) implements Input {}
}
