package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.transactions.Transactions;

/** Lets dead letters take effect after their cause has been mended: in order, and no further in a subject than works. */
@ApplicationScoped
class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);

    /** How many took effect, and how many still wait. */
    record Outcome(int replayed, int left) {}

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeadLetters deadLetters;

    Replay(Transactions transactions, Inbox inbox, DeadLetters deadLetters) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    /** All that wait, or those of one subject; the first 1,000. */
    Uni<Outcome> replay(@Nullable String subject) {
        Set<String> stuck = new HashSet<>();
        return transactions
                .read(() -> deadLetters.waiting(subject))
                .chain(waiting -> Multi.createFrom()
                        .iterable(waiting)
                        .onItem()
                        .transformToUniAndConcatenate(letter -> attempt(letter.arrival(), stuck))
                        .collect()
                        .asList())
                .map(Replay::outcome);
    }

    private Uni<Boolean> attempt(Arrival letter, Set<String> stuck) {
        if (stuck.contains(letter.subject())) {
            return Uni.createFrom().item(false);
        }
        return transactions
                .runApart(now -> inbox.subscription(Topic.named(letter.topic()).orElseThrow())
                        .again(letter, now)
                        .chain(() -> deadLetters.replayed(letter.id(), now)))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "%s %s still fails", letter.type(), letter.id()))
                .onFailure()
                .recoverWithItem(() -> {
                    stuck.add(letter.subject());
                    return false;
                });
    }

    private static Outcome outcome(List<Boolean> verdicts) {
        int replayed = (int) verdicts.stream().filter(verdict -> verdict).count();
        return new Outcome(replayed, verdicts.size() - replayed);
    }
}
