package org.nuanxin.feedback.matter;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/** Who asked for what, and through which channel. */
@Embeddable
record Submission(
        String community,
        String serviceType,
        String channel,
        String resident,
        String reporter,
        @Nullable String beneficiary,
        boolean forBeneficiary,
        Instant submittedAt) {

    static Submission of(RequestSubmitted told) {
        return new Submission(
                told.community(),
                told.serviceType(),
                told.channel(),
                told.resident(),
                told.reporter(),
                told.beneficiary(),
                told.forBeneficiary(),
                told.at());
    }

    boolean concerns(String subject) {
        return subject.equals(resident) || subject.equals(beneficiary) || subject.equals(reporter);
    }

    /** Whoever is not to be helped themselves speaks for somebody else. */
    boolean byProxy(String subject) {
        return !subject.equals(beneficiary) && (forBeneficiary || !subject.equals(resident));
    }
}
