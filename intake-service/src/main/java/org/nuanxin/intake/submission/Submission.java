package org.nuanxin.intake.submission;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.intake.catalogue.ServiceType;
import org.nuanxin.intake.request.Contact;
import org.nuanxin.intake.request.Contact.Address;
import org.nuanxin.intake.request.Request;

/** A request that may be accepted, before it has an id. */
record Submission(
        ServiceType type,
        Where where,
        @Nullable Appointment appointment,
        String resident,
        String reporter,
        @Nullable String client,
        @Nullable String beneficiary,
        boolean forBeneficiary,
        String channel,
        Contact contact) {
    private static final long FIRST_VERSION = 1;

    Request request(UUID id, String reference, Instant now) {
        Address address = contact.address();
        return new Request(
                id,
                reference,
                FIRST_VERSION,
                type.code(),
                type.skill(),
                type.urgency(),
                type.visibility(),
                Objects.requireNonNull(where.place().community()),
                where.path(),
                where.position(),
                address == null ? null : address.floor(),
                address == null ? null : address.lift(),
                appointment,
                resident,
                reporter,
                client,
                beneficiary,
                forBeneficiary,
                channel,
                now);
    }

    RequestSubmitted submitted(Request request) {
        return new RequestSubmitted(
                request.id(),
                request.community(),
                request.version(),
                request.reference(),
                type.code(),
                type.handledBy(),
                type.skill(),
                type.urgency(),
                type.visibility(),
                request.placePath(),
                request.position(),
                request.floor(),
                request.lift(),
                appointment,
                resident,
                reporter,
                client,
                beneficiary,
                forBeneficiary,
                channel,
                type.checks().stream().map(Check::code).toList(),
                request.submittedAt());
    }
}
