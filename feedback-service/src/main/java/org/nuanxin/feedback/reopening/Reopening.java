package org.nuanxin.feedback.reopening;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RatingEvent.ReopeningAsked;

/** Somebody was not helped by a completion and wants another try. */
@Entity
class Reopening {
    @Embeddable
    record Id(UUID requestId, long completionVersion) {}

    private @EmbeddedId Id id;
    private @Nullable String reason;
    private boolean sameHelperWanted;
    private String by;
    private Instant at;

    protected Reopening() {} // for Hibernate

    Reopening(Id id, @Nullable String reason, boolean sameHelperWanted, String by, Instant at) {
        this.id = id;
        this.reason = reason;
        this.sameHelperWanted = sameHelperWanted;
        this.by = by;
        this.at = at;
    }

    ReopeningAsked asked(String community) {
        return new ReopeningAsked(id.requestId(), community, sameHelperWanted, by, at);
    }

    /** The same may be said again, by the same person; anything else comes too late. */
    Reopening repeated(@Nullable String sameReason, boolean sameHelper, String sameBy) {
        if (!Objects.equals(reason, sameReason) || sameHelperWanted != sameHelper || !by.equals(sameBy)) {
            throw new AlreadyReopened();
        }
        return this;
    }

    View view() {
        return new View(id.requestId(), reason, sameHelperWanted, at);
    }

    record View(UUID requestId, @Nullable String reason, boolean sameHelperWanted, Instant at) {}
}
