package org.nuanxin.feedback.matter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Event;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;

/** Acts read themselves: who has just seen the completion elsewhere can rate it here, though its event may still be under way. */
@ApplicationScoped
public class CompletionWait {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final Matters matters;
    private final Timeline timeline;

    CompletionWait(Transactions transactions, Matters matters, Timeline timeline) {
        this.transactions = transactions;
        this.matters = matters;
        this.timeline = timeline;
    }

    /** Ends at once where waiting would not change the answer to this subject. */
    public Uni<Void> untilDone(UUID requestId, String subject) {
        return timeline.await(
                        requestId.toString(),
                        LONGEST,
                        () -> transactions
                                .read(() -> matters.find(requestId))
                                .map(found -> found.filter(matter -> matter.isSettledFor(subject))))
                .replaceWithVoid();
    }

    /** In the transaction in which the events take effect. */
    public Uni<Void> wake(List<? extends Event> events) {
        return Multi.createFrom()
                .iterable(events)
                .filter(event -> event instanceof RequestSubmitted || event instanceof RequestCompleted)
                .onItem()
                .transformToUniAndConcatenate(event -> timeline.add(event.subject(), event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
