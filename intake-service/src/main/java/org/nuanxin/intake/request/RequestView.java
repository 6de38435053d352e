package org.nuanxin.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Urgency;
import org.nuanxin.intake.progress.Progress;
import org.nuanxin.intake.progress.Status;

/**
 * A request as people see it.
 *
 * @param proposedAppointment asked for by whoever holds it; answered at {@code appointment-proposal}
 * @param pause why handling stands still, and until when at the latest
 * @param flags paused, reopened, extended, byProxy
 * @param description for its own people and those who have duties there; whoever holds it finds it at the contact
 */
public record RequestView(
        UUID id,
        String reference,
        Status status,
        List<String> flags,
        String serviceType,
        Urgency urgency,
        String placeId,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        @Nullable Instant closureDueAt,
        @Nullable Appointment appointment,
        @Nullable Appointment proposedAppointment,
        Progress.@Nullable Pause pause,
        @Nullable String description,
        Promise promise,
        @Nullable Helper helper,
        @Nullable Rated rating,
        Links links) {

    /** To whoever has written it themself. */
    public RequestView described(@Nullable String words) {
        return new RequestView(
                id,
                reference,
                status,
                flags,
                serviceType,
                urgency,
                placeId,
                submittedAt,
                responseDueAt,
                closureDueAt,
                appointment,
                proposedAppointment,
                pause,
                words,
                promise,
                helper,
                rating,
                links);
    }

    /** What the resident may rely on, in words and times. */
    public record Promise(
            String text,
            @Nullable Instant answerBy,
            @Nullable Instant arrivalAt) {}

    /** Who holds it; the name is told at {@link Links#helper}. */
    public record Helper(Holder.Kind kind, @Nullable String skill, boolean verified) {}

    /** The resident's verdict. */
    public record Rated(Solved solved, int score, boolean byProxy) {}

    /** Where else it is spoken of. */
    public record Links(
            String timeline,
            String live,
            String withdrawal,
            String rating,
            @Nullable String helper,
            @Nullable String outcome) {}
}
