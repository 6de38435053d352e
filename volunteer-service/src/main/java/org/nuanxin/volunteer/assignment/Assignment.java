package org.nuanxin.volunteer.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.AssignmentConfirmationReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.ReleaseAsked;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.Holder;

/** That somebody holds a request (承办), or held it. Dispatch decides; what stands here is its newest word. */
record Assignment(
        UUID requestId,
        String community,
        Holder holder,
        long version,
        AssignmentStatus status,
        boolean confirmed,
        Instant at) {

    /** Empty where dispatch has taken such a report already. In which order the steps must come, dispatch says. */
    Optional<AnswerEvent> report(Report report, List<String> checks, String by, Instant now) {
        if (report.isTaken(this)) return Optional.empty();
        if (!status.isHeld()) throw new AssignmentOver();
        return Optional.of(
                switch (report) {
                    case CONFIRMATION -> new AssignmentConfirmationReported(requestId, community, holder, by, now);
                    case SET_OFF -> new SetOffReported(requestId, community, holder, by, now);
                    case ARRIVAL -> new ArrivalReported(requestId, community, holder, by, now);
                    case COMPLETION -> new CompletionReported(requestId, community, holder, checks, by, now);
                    case RELEASE -> new ReleaseAsked(requestId, community, holder, by, now);
                });
    }

    /** After an end that dispatch put to the request as a whole. */
    Assignment ended(AssignmentStatus end, long endVersion) {
        boolean concerns = end == AssignmentStatus.CLOSED ? status == AssignmentStatus.COMPLETED : status.isHeld();
        return concerns && endVersion > version
                ? new Assignment(requestId, community, holder, endVersion, end, confirmed, at)
                : this;
    }
}
