package org.nuanxin.volunteer.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.volunteer.directory.Wording;

/**
 * An assignment as its holder sees it. The door and the phone number are intake-service's.
 *
 * @param confirmed whether the holder has said yes; false only after an assignment by hand
 * @param request what is asked; null while it is not known here yet
 */
record AssignmentView(
        UUID requestId,
        String status,
        boolean confirmed,
        Holder.Kind heldAs,
        Instant at,
        @Nullable Request request) {

    /** What is asked of the holder. */
    record Request(
            String reference,
            Wording.Named serviceType,
            String area,
            @Nullable Integer floor,
            @Nullable Boolean lift,
            @Nullable Appointment appointment,
            boolean forBeneficiary,
            List<Wording.Named> checks) {}

    static AssignmentView of(
            Assignment assignment, @Nullable RequestSubmitted matter, Wording wording, String language) {
        return new AssignmentView(
                assignment.requestId(),
                assignment.status().name().toLowerCase(Locale.ROOT),
                assignment.confirmed(),
                assignment.holder().kind(),
                assignment.at(),
                matter == null ? null : request(matter, wording, language));
    }

    private static Request request(RequestSubmitted matter, Wording wording, String language) {
        return new Request(
                matter.reference(),
                wording.type(matter.serviceType(), language),
                wording.area(matter.placePath(), language),
                matter.floor(),
                matter.lift(),
                matter.appointment(),
                matter.forBeneficiary(),
                wording.checks(matter.serviceType(), matter.checks(), language));
    }
}
