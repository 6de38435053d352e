package org.nuanxin.intake.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.progress.Status;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;

/** Shows requests to those who may see them; to everybody else there are none. */
@ApplicationScoped
public class RequestReading {
    private final Transactions transactions;
    private final Requests requests;
    private final Timeline timeline;

    RequestReading(Transactions transactions, Requests requests, Timeline timeline) {
        this.transactions = transactions;
        this.requests = requests;
        this.timeline = timeline;
    }

    public Uni<Known> of(Reader reader, UUID id) {
        return transactions
                .read(() -> requests.find(id))
                .map(found -> found.filter(known -> known.readableBy(reader)).orElseThrow(NotFound::new));
    }

    /** As {@link #of}, but not before it fulfils a condition, unless the time is over. */
    public Uni<Known> when(Reader reader, UUID id, Duration longest, Predicate<Known> condition) {
        return timeline.await(
                        id.toString(),
                        longest,
                        () -> of(reader, id).map(Optional::of).map(k -> k.filter(condition)))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : of(reader, id));
    }

    Uni<List<Known>> ofReference(Reader reader, String reference) {
        return transactions
                .read(() -> requests.ofReference(reference))
                .map(found ->
                        found.filter(known -> known.readableBy(reader)).stream().toList());
    }

    Uni<List<Known>> own(Reader reader, @Nullable UUID after, @Nullable Status status, int limit) {
        return transactions.read(() -> requests.own(reader.subject(), after, status, limit));
    }
}
