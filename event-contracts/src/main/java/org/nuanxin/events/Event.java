package org.nuanxin.events;

import java.time.Instant;

/** Something that has happened, told to other services. Its {@code ce_type} is the simple name of its record. */
public sealed interface Event
        permits AlertEvent,
                AnswerEvent,
                DirectoryEvent,
                DispatchEvent,
                PositionEvent,
                RatingEvent,
                RequestEvent,
                VolunteerEvent {

    /** What it is about: events of one subject take effect in the order in which they were recorded. */
    String subject();

    /** The Kafka key: the community at submission for all that concerns a request, else the thing's own id. */
    String key();

    /** When it happened, by the clock of the database that recorded it. */
    Instant at();
}
