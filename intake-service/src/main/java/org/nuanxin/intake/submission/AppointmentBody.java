package org.nuanxin.intake.submission;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.nuanxin.events.Appointment;

/** The window in which the helper shall come. */
public record AppointmentBody(
        @NotNull Instant from, @NotNull Instant to) {
    Appointment appointment() {
        return new Appointment(from, to);
    }
}
