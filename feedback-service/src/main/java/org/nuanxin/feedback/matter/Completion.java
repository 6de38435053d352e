package org.nuanxin.feedback.matter;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.nuanxin.events.DispatchEvent.RequestCompleted;

/**
 * The holder says it is done (办结). A matter that was reopened may have a second one.
 *
 * @param completionVersion which of the request's events it was; later completions have greater ones
 * @param handler the subject of whoever did it
 * @param handlerId the volunteer's or partner's id; for staff the subject
 */
@Embeddable
public record Completion(
        long completionVersion,
        Instant completedAt,
        boolean completedInTime,
        boolean extended,
        String handler,
        String handlerId) {

    static Completion of(RequestCompleted told) {
        return new Completion(
                told.version(),
                told.at(),
                told.inTime(),
                told.extended(),
                told.holder().subject(),
                told.holder().id());
    }
}
