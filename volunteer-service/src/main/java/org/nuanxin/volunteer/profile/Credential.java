package org.nuanxin.volunteer.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The proof of a skill (资质): whether a supervisor has seen it, and until when it holds; null for good. */
@Embeddable
record Credential(
        String skill,
        boolean verified,
        @Column(name = "valid_until") @Nullable Instant until) {}
