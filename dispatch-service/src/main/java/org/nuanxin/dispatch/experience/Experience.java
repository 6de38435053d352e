package org.nuanxin.dispatch.experience;

import java.util.UUID;

/** What happened with a volunteer, to be remembered of them. */
public sealed interface Experience {
    UUID volunteerId();

    /**
     * They were asked.
     *
     * @param limit how often they may be asked in this day or night
     */
    record Asked(UUID volunteerId, int limit) implements Experience {}

    /** They answered an offer, or did not answer in time. */
    record Answered(UUID volunteerId, String serviceType, Answer answer) implements Experience {}

    /** They did what was asked. */
    record Helped(UUID volunteerId) implements Experience {}

    /** The resident gave so many stars. */
    record Rated(UUID volunteerId, int stars) implements Experience {}

    /** What came of an offer. Silence is not refusal. */
    enum Answer {
        ACCEPTED,
        REFUSED,
        SILENT
    }
}
