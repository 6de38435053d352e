package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code intake.requests.v1}: what residents, and those who report for them, ask and take back. */
public sealed interface RequestEvent extends Event {
    UUID requestId();

    /** The community at submission; never changes afterwards. */
    String community();

    /** Grows with every event of the request; an older one never undoes a newer. */
    long version();

    @Override
    default String subject() {
        return requestId().toString();
    }

    @Override
    default String key() {
        return community();
    }

    /**
     * A request has been accepted.
     *
     * @param placePath ids from the street down to the lowest place known, the community always among them
     * @param position where help is needed; the centre of the place where none was given
     * @param skill what a volunteer must be able to do; null where the duty desk handles it
     * @param resident the subject whose request it is
     * @param reporter the subject who submitted it: the resident, or whoever did it for them
     * @param client the mini-app backend that acted, or null
     * @param forBeneficiary whether somebody else than the resident is to be helped
     * @param checks codes that must be ticked at completion
     */
    record RequestSubmitted(
            UUID requestId,
            String community,
            long version,
            String reference,
            String serviceType,
            HandledBy handledBy,
            @Nullable String skill,
            Urgency urgency,
            Visibility visibility,
            List<String> placePath,
            Position position,
            @Nullable Integer floor,
            @Nullable Boolean lift,
            @Nullable Appointment appointment,
            String resident,
            String reporter,
            @Nullable String client,
            @Nullable String beneficiary,
            boolean forBeneficiary,
            String channel,
            List<String> checks,
            Instant at)
            implements RequestEvent {}

    /** The place, the way in or the appointment has been put right. */
    record RequestAmended(
            UUID requestId,
            String community,
            long version,
            List<String> placePath,
            Position position,
            @Nullable Integer floor,
            @Nullable Boolean lift,
            @Nullable Appointment appointment,
            Instant at)
            implements RequestEvent {}

    /** The resident does not agree to the appointment that the holder proposed; the old one holds. */
    record AppointmentProposalDenied(UUID requestId, String community, long version, String by, Instant at)
            implements RequestEvent {}

    /** The resident no longer needs help. */
    record RequestWithdrawn(UUID requestId, String community, long version, String by, Instant at)
            implements RequestEvent {}
}
