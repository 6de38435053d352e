package org.nuanxin.feedback.followup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.events.Solved;
import org.nuanxin.feedback.matter.Completion;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.transactions.Transactions;

/** Asks for follow-ups and takes down what they found. */
@ApplicationScoped
public class FollowUpService {
    private final Transactions transactions;
    private final FollowUps followUps;
    private final Journal journal;
    private final FollowUpSettings settings;

    FollowUpService(Transactions transactions, FollowUps followUps, Journal journal, FollowUpSettings settings) {
        this.transactions = transactions;
        this.followUps = followUps;
        this.journal = journal;
        this.settings = settings;
    }

    /** In the transaction in which it is rated. */
    public Uni<Void> rated(Matter matter, Completion completion, Solved solved, int score, Instant now) {
        return FollowUpRules.cause(solved, score)
                .map(cause -> followUps.plan(matter, completion, cause, now))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** In the transaction that brought news of these matters: those closed that belong to the sample. */
    public Uni<Void> sample(Collection<Matter> matters, Instant now) {
        return Multi.createFrom()
                .iterable(matters)
                .filter(matter -> matter.isClosed()
                        && matter.isSubmitted()
                        && FollowUpRules.inSample(matter.requestId(), settings.samplePercent()))
                .onItem()
                .transformToUniAndConcatenate(matter -> sample(matter, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sample(Matter matter, Instant now) {
        Completion completion = matter.completion();
        return completion == null
                ? Uni.createFrom().voidItem()
                : followUps.plan(matter, completion, FollowUpCause.SAMPLE, now);
    }

    /** The same person may say the same again. */
    Uni<FollowUpView> record(UUID id, FollowUpFinding finding, String subject, Set<String> places) {
        return transactions.run(now -> followUps
                .locked(id)
                .chain(followUp -> followUp.says(finding, subject)
                        ? Uni.createFrom().voidItem()
                        : journal.append(followUp.found(finding, subject, places, now)))
                .chain(() -> transactions.session().chain(session -> session.flush()))
                .chain(() -> followUps.view(id)));
    }
}
