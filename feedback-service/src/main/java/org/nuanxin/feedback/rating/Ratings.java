package org.nuanxin.feedback.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.feedback.matter.Completion;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.kit.transactions.Transactions;

/** All ratings. */
@ApplicationScoped
class Ratings {
    private final Transactions transactions;

    Ratings(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Of the matter's newest completion. */
    Uni<@Nullable Rating> ofNewestCompletion(Matter matter) {
        Completion completion = matter.completion();
        return completion == null
                ? Uni.createFrom().nullItem()
                : transactions
                        .session()
                        .chain(session -> session.find(
                                Rating.class, new Rating.Id(matter.requestId(), completion.completionVersion())));
    }

    Uni<@Nullable Rating> newestOf(UUID requestId) {
        return transactions
                .session()
                .chain(session -> session.createSelectionQuery(
                                "from Rating where id.requestId = :request order by id.completionVersion desc",
                                Rating.class)
                        .setParameter("request", requestId)
                        .setMaxResults(1)
                        .getSingleResultOrNull());
    }

    Uni<Void> add(Rating rating) {
        return transactions.session().chain(session -> session.persist(rating));
    }
}
