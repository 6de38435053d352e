package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.transactions.Failures;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Lets dead letters take effect after their cause has been mended: in order, and no further in a subject than works. What
 * arrives meanwhile and queues up behind them is taken along, so that a subject is free again when its last letter is.
 */
@ApplicationScoped
class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);

    /** How many took effect, and in which subjects it went no further. */
    record Outcome(int replayed, Set<String> stuck) {}

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeadLetters deadLetters;

    Replay(Transactions transactions, Inbox inbox, DeadLetters deadLetters) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    /** All that wait, or those of one subject. */
    Uni<Outcome> replay(@Nullable String subject) {
        return goOn(subject, new Outcome(0, new HashSet<>()));
    }

    private Uni<Outcome> goOn(@Nullable String subject, Outcome sofar) {
        return transactions
                .read(() -> deadLetters.next(subject, sofar.stuck()))
                .chain(letters -> letters.isEmpty()
                        ? Uni.createFrom().item(sofar)
                        : attempt(letters, sofar).chain(outcome -> goOn(subject, outcome)));
    }

    private Uni<Outcome> attempt(List<Arrival> letters, Outcome sofar) {
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(letter -> attempt(letter, sofar.stuck()))
                .collect()
                .with(Collectors.summingInt(replayed -> replayed ? 1 : 0))
                .map(replayed -> new Outcome(sofar.replayed() + replayed, sofar.stuck()));
    }

    private Uni<Boolean> attempt(Arrival letter, Set<String> stuck) {
        if (stuck.contains(letter.subject())) {
            return Uni.createFrom().item(false);
        }
        return transactions
                .runApart(now -> deadLetters
                        .take(letter.id(), now)
                        .call(taken -> taken
                                ? inbox.subscription(Topic.named(letter.topic()).orElseThrow())
                                        .again(letter, now)
                                : Uni.createFrom().voidItem()))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithItem(failure -> {
                    LOG.warnf(failure, "%s %s still fails", letter.type(), letter.id());
                    stuck.add(letter.subject());
                    return false;
                });
    }
}
