package org.nuanxin.intake.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is put right; whatever is left out stays. */
public record AmendmentBody(
        @Nullable @Valid LocationBody location,
        @Nullable @Size(max = 64) String placeId,
        @Nullable @Valid AddressBody address,
        @Nullable @Valid AppointmentBody appointment,
        @Nullable @Size(max = 2000) String description) {}
