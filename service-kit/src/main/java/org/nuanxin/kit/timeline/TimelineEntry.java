package org.nuanxin.kit.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * One thing that happened to a subject.
 *
 * @param seq grows by one per subject; the id of the server-sent event
 * @param type the event's record name
 * @param data the event itself
 */
public record TimelineEntry(
        long seq, String type, Instant at, @JsonRawValue String data) {}
