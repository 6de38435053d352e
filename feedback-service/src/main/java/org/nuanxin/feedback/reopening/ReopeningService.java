package org.nuanxin.feedback.reopening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.feedback.matter.Completion;
import org.nuanxin.feedback.matter.CompletionWait;
import org.nuanxin.feedback.matter.FeedbackPeriod;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.feedback.matter.Matters;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.transactions.Transactions;

/** Asks for another try, once a completion. */
@ApplicationScoped
public class ReopeningService {
    private final Transactions transactions;
    private final CompletionWait waiting;
    private final Matters matters;
    private final Journal journal;
    private final FeedbackPeriod period;

    ReopeningService(
            Transactions transactions,
            CompletionWait waiting,
            Matters matters,
            Journal journal,
            FeedbackPeriod period) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.matters = matters;
        this.journal = journal;
        this.period = period;
    }

    Uni<Reopening.View> reopen(UUID requestId, String subject, Wish wish) {
        return waiting.untilDone(requestId, subject)
                .chain(() -> transactions.run(now -> matters.locked(requestId, now)
                        .invoke(matter -> matter.byProxy(subject))
                        .chain(matter -> reopenOrRepeat(matter, subject, wish, now))))
                .map(Reopening::view);
    }

    private Uni<Reopening> reopenOrRepeat(Matter matter, String subject, Wish wish, Instant now) {
        return newest(matter)
                .chain(asked -> asked != null
                        ? Uni.createFrom().item(() -> asked.repeated(wish.reason(), wish.sameHelperWanted(), subject))
                        : reopen(matter, matter.ratable(now, period.scaled()), subject, wish, now));
    }

    /** By a rating that says so, in its transaction; a completion that has been reopened already stays so. */
    public Uni<Void> reopen(
            Matter matter,
            Completion completion,
            String subject,
            @Nullable String reason,
            boolean sameHelper,
            Instant now) {
        return newest(matter)
                .chain(asked -> asked != null
                        ? Uni.createFrom().item(asked)
                        : reopen(matter, completion, subject, new Wish(reason, sameHelper), now))
                .replaceWithVoid();
    }

    private Uni<Reopening> reopen(Matter matter, Completion completion, String subject, Wish wish, Instant now) {
        Reopening reopening =
                new Reopening(id(matter, completion), wish.reason(), wish.sameHelperWanted(), subject, now);
        return transactions
                .session()
                .chain(session -> session.persist(reopening))
                .chain(() -> journal.append(reopening.asked(matter.community())))
                .replaceWith(reopening);
    }

    private Uni<@Nullable Reopening> newest(Matter matter) {
        Completion completion = matter.completion();
        return completion == null
                ? Uni.createFrom().nullItem()
                : transactions.session().chain(session -> session.find(Reopening.class, id(matter, completion)));
    }

    private static Reopening.Id id(Matter matter, Completion completion) {
        return new Reopening.Id(matter.requestId(), completion.completionVersion());
    }
}
