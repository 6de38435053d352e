package org.nuanxin.dispatch.dispatches;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Assignment;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Policies;
import org.nuanxin.dispatch.handling.Reckoning;
import org.nuanxin.events.Appointment;

/**
 * One row of the board.
 *
 * @param flags paused, reopened, extended, pause_asked, extension_asked, unconfirmed
 * @param dueAt when the next of its clocks runs out
 * @param responsible the subject who holds it, or the place whose duty desk answers for it
 */
public record DispatchView(
        UUID requestId,
        String reference,
        String status,
        List<String> flags,
        String serviceType,
        String urgency,
        List<String> placePath,
        @Nullable Appointment appointment,
        Instant submittedAt,
        @Nullable Instant responseDueAt,
        Instant closureDueAt,
        @Nullable Instant dueAt,
        @Nullable HolderView holder,
        String responsible) {

    /** Who holds it; {@code confirmedBy} is null until they have said yes. */
    public record HolderView(
            String kind,
            String id,
            String subject,
            @Nullable String confirmedBy) {
        static @Nullable HolderView of(@Nullable Assignment assignment) {
            if (assignment == null) return null;
            var holder = assignment.holder();
            var yes = assignment.confirmedBy();
            return new HolderView(
                    Words.of(holder.kind()), holder.id(), holder.subject(), yes == null ? null : Words.of(yes));
        }
    }

    static DispatchView of(Handling handling, Policies policies) {
        var matter = handling.matter();
        var closure = handling.closureClock(policies);
        return new DispatchView(
                matter.requestId(),
                matter.reference(),
                Words.of(handling.status()),
                flags(handling, closure),
                matter.serviceType(),
                Words.of(matter.urgency()),
                matter.placePath(),
                matter.appointment(),
                matter.submittedAt(),
                responseDueAt(handling, policies),
                closure.dueAt(),
                handling.dueAt(policies),
                HolderView.of(handling.assignment()),
                handling.responsible());
    }

    private static List<String> flags(Handling handling, Reckoning closure) {
        Assignment assignment = handling.assignment();
        return Stream.of(
                        closure.pause() == null ? null : "paused",
                        handling.reopenings() == 0 ? null : "reopened",
                        closure.extension() == null ? null : "extended",
                        handling.wishes().pause() == null ? null : "pause_asked",
                        handling.wishes().extension() == null ? null : "extension_asked",
                        assignment == null || assignment.isConfirmed() ? null : "unconfirmed")
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable Instant responseDueAt(Handling handling, Policies policies) {
        if (handling.search().answeredAt() != null) return null;
        return handling.responseClock(policies).map(Reckoning::dueAt).orElse(null);
    }
}
