package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;

/**
 * What is asked, as far as whoever dispatches it may know.
 *
 * @param version of what the request's owner said last
 */
public record Matter(
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
        @Nullable String beneficiary,
        List<String> checks,
        Instant submittedAt) {
    private static final int GRID_DEPTH = 3;

    static Matter of(RequestSubmitted told) {
        return new Matter(
                told.requestId(),
                told.community(),
                told.version(),
                told.reference(),
                told.serviceType(),
                told.handledBy(),
                told.skill(),
                told.urgency(),
                told.visibility(),
                told.placePath(),
                told.position(),
                told.floor(),
                told.lift(),
                told.appointment(),
                told.resident(),
                told.reporter(),
                told.beneficiary(),
                told.checks(),
                told.at());
    }

    Matter amended(RequestAmended told) {
        return new Matter(
                requestId,
                community,
                told.version(),
                reference,
                serviceType,
                handledBy,
                skill,
                urgency,
                visibility,
                told.placePath(),
                told.position(),
                told.floor(),
                told.lift(),
                told.appointment(),
                resident,
                reporter,
                beneficiary,
                checks,
                submittedAt);
    }

    Matter with(Urgency other) {
        return new Matter(
                requestId,
                community,
                version,
                reference,
                serviceType,
                handledBy,
                skill,
                other,
                visibility,
                placePath,
                position,
                floor,
                lift,
                appointment,
                resident,
                reporter,
                beneficiary,
                checks,
                submittedAt);
    }

    /** Nobody is asked to help themself. */
    public Set<String> parties() {
        return Stream.of(resident, reporter, beneficiary)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** When the help is wanted: at the appointment, else as soon as may be. */
    public Instant neededAt(Instant now) {
        return appointment == null || appointment.from().isBefore(now) ? now : appointment.from();
    }

    /** From when its closing is awaited: not before the resident's own window is over. */
    Instant closureFrom(Instant now) {
        return appointment == null || appointment.to().isBefore(now) ? now : appointment.to();
    }

    boolean forTheDesk() {
        return handledBy == HandledBy.DUTY_DESK || skill == null;
    }

    /** Whose desk a level means here; the lowest place known stands for the grid where that is not known. */
    String placeAt(AlertLevel level) {
        return switch (level) {
            case STREET -> placePath.getFirst();
            case COMMUNITY -> community;
            case GRID -> placePath.get(Math.min(GRID_DEPTH, placePath.size() - 1));
        };
    }
}
