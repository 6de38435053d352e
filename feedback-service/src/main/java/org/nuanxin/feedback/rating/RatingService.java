package org.nuanxin.feedback.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.nuanxin.feedback.followup.FollowUpService;
import org.nuanxin.feedback.matter.Completion;
import org.nuanxin.feedback.matter.CompletionWait;
import org.nuanxin.feedback.matter.FeedbackPeriod;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.feedback.matter.Matters;
import org.nuanxin.feedback.reopening.ReopeningService;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.transactions.Transactions;

/** Takes down what somebody says about a completion, once. */
@ApplicationScoped
class RatingService {
    private final Transactions transactions;
    private final CompletionWait waiting;
    private final Matters matters;
    private final Ratings ratings;
    private final ReopeningService reopenings;
    private final FollowUpService followUps;
    private final Journal journal;
    private final FeedbackPeriod period;

    RatingService(
            Transactions transactions,
            CompletionWait waiting,
            Matters matters,
            Ratings ratings,
            ReopeningService reopenings,
            FollowUpService followUps,
            Journal journal,
            FeedbackPeriod period) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.matters = matters;
        this.ratings = ratings;
        this.reopenings = reopenings;
        this.followUps = followUps;
        this.journal = journal;
        this.period = period;
    }

    Uni<Rating.View> rate(UUID requestId, String subject, Opinion opinion) {
        return waiting.untilDone(requestId, subject)
                .chain(() -> transactions.run(now -> matters.locked(requestId, now)
                        .chain(matter -> rateOrRepeat(matter, matter.byProxy(subject), subject, opinion, now))))
                .map(Rating::view);
    }

    private Uni<Rating> rateOrRepeat(Matter matter, boolean byProxy, String subject, Opinion opinion, Instant now) {
        return ratings.ofNewestCompletion(matter).chain(said -> {
            if (said != null) return Uni.createFrom().item(said.repeated(opinion, subject));
            Completion completion = matter.ratable(now, period.scaled());
            Rating.Id id = new Rating.Id(matter.requestId(), completion.completionVersion());
            Rating rating = new Rating(id, opinion, byProxy, subject, now);
            return ratings.add(rating)
                    .chain(() -> journal.append(rating.rated(matter.community())))
                    .chain(() -> followUps.rated(matter, completion, opinion.solved(), opinion.score(), now))
                    .chain(() -> reopenIfWanted(matter, completion, subject, opinion, now))
                    .replaceWith(rating);
        });
    }

    private Uni<Void> reopenIfWanted(
            Matter matter, Completion completion, String subject, Opinion opinion, Instant now) {
        return opinion.reopen()
                ? reopenings.reopen(matter, completion, subject, opinion.words(), opinion.sameHelperWanted(), now)
                : Uni.createFrom().voidItem();
    }
}
