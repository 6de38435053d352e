package org.nuanxin.volunteer.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A shift: hours on which somebody is there without pressing the duty switch. */
@Embeddable
record Hours(
        @NotNull @Column(name = "starts_at") Instant from,
        @NotNull @Column(name = "ends_at") Instant to) {}
