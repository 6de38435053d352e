package org.nuanxin.feedback.incoming;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.nuanxin.events.Event;
import org.nuanxin.feedback.followup.FollowUpService;
import org.nuanxin.feedback.matter.CompletionWait;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.feedback.matter.Matters;

/** Lets a batch of events take effect on their matters, and what follows from it. */
@ApplicationScoped
class MatterNews {
    private final Matters matters;
    private final FollowUpService followUps;
    private final CompletionWait waiting;

    MatterNews(Matters matters, FollowUpService followUps, CompletionWait waiting) {
        this.matters = matters;
        this.followUps = followUps;
        this.waiting = waiting;
    }

    <E extends Event> Uni<Void> tell(
            List<E> events, Function<E, UUID> matterOf, BiConsumer<Matter, E> effect, Instant now) {
        return matters.begunOrLocked(events.stream().map(matterOf).toList())
                .invoke(found ->
                        events.forEach(event -> effect.accept(requireNonNull(found.get(matterOf.apply(event))), event)))
                .call(found -> followUps.sample(found.values(), now))
                .chain(() -> waiting.wake(events));
    }
}
