package org.nuanxin.intake.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.progress.Progress;

/**
 * What a resident asks for (诉求), without anything personal.
 *
 * @param version of its newest event
 * @param community at submission; the key of all its events, so it never changes
 * @param resident whose request it is
 * @param reporter who submitted it
 */
public record Request(
        UUID id,
        String reference,
        long version,
        String serviceType,
        @Nullable String skill,
        Urgency urgency,
        Visibility visibility,
        String community,
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
        Instant submittedAt) {

    public boolean belongsTo(String subject) {
        return subject.equals(resident) || subject.equals(reporter) || subject.equals(beneficiary);
    }

    /** Its own people, whoever holds it, and whoever has duties where it is. */
    public boolean readableBy(Reader reader, Progress progress) {
        return belongsTo(reader.subject()) || progress.heldBy(reader.subject()) || reader.onDutyAt(placePath);
    }

    public boolean byProxy() {
        return forBeneficiary || !reporter.equals(resident);
    }

    public String placeId() {
        return placePath.getLast();
    }

    Request next() {
        return amended(placePath, position, floor, lift, appointment);
    }

    public Request amended(
            List<String> newPath,
            Position newPosition,
            @Nullable Integer newFloor,
            @Nullable Boolean newLift,
            @Nullable Appointment newAppointment) {
        return new Request(
                id,
                reference,
                version + 1,
                serviceType,
                skill,
                urgency,
                visibility,
                community,
                newPath,
                newPosition,
                newFloor,
                newLift,
                newAppointment,
                resident,
                reporter,
                client,
                beneficiary,
                forBeneficiary,
                channel,
                submittedAt);
    }

    Request rebooked(Appointment agreed) {
        return amended(placePath, position, floor, lift, agreed);
    }

    AppointmentProposalDenied proposalDenied(String by, Instant now) {
        return new AppointmentProposalDenied(id, community, version, by, now);
    }

    RequestWithdrawn withdrawn(String by, Instant now) {
        return new RequestWithdrawn(id, community, version, by, now);
    }

    public RequestAmended amendment(Instant now) {
        return new RequestAmended(id, community, version, placePath, position, floor, lift, appointment, now);
    }
}
