package org.nuanxin.feedback.rating;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;

/** What somebody said about a completion: whether it was solved and, apart from it, how satisfied they are. */
@Entity
class Rating {
    @Embeddable
    record Id(UUID requestId, long completionVersion) {}

    private @EmbeddedId Id id;
    private @Enumerated(STRING) Solved solved;
    private int score;
    private List<String> tags;
    private @Nullable String words;
    private boolean reopen;
    private boolean byProxy;
    private String by;
    private Instant at;

    protected Rating() {} // for Hibernate

    Rating(Id id, Opinion opinion, boolean byProxy, String by, Instant at) {
        this.id = id;
        this.solved = opinion.solved();
        this.score = opinion.score();
        this.tags = opinion.tags();
        this.words = opinion.words();
        this.reopen = opinion.reopen();
        this.byProxy = byProxy;
        this.by = by;
        this.at = at;
    }

    RequestRated rated(String community) {
        return new RequestRated(id.requestId(), community, solved, score, byProxy, by, at);
    }

    /** The same may be said again, by the same person; anything else comes too late. */
    Rating repeated(Opinion opinion, String sameBy) {
        boolean same = solved == opinion.solved()
                && score == opinion.score()
                && tags.equals(opinion.tags())
                && Objects.equals(words, opinion.words())
                && reopen == opinion.reopen()
                && by.equals(sameBy);
        if (!same) throw new AlreadyRated();
        return this;
    }

    View view() {
        return new View(id.requestId(), solved, score, tags, words, reopen, byProxy, at);
    }

    record View(
            UUID requestId,
            Solved solved,
            int score,
            List<String> tags,
            @Nullable String words,
            boolean reopen,
            boolean byProxy,
            Instant at) {}
}
