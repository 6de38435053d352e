package org.nuanxin.volunteer.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.Write;
import org.nuanxin.volunteer.live.AppStream;

/** What volunteers answer to offers. */
@ApplicationScoped
public class OfferAnswers {
    private final Transactions transactions;
    private final Offers offers;
    private final Journal journal;
    private final Timeline timeline;

    OfferAnswers(Transactions transactions, Offers offers, Journal journal, Timeline timeline) {
        this.transactions = transactions;
        this.offers = offers;
        this.journal = journal;
        this.timeline = timeline;
    }

    /**
     * Says yes, then waits for dispatch's word. Fails with the rule that was broken where somebody was faster or the offer is
     * withdrawn.
     *
     * @param actor who really calls
     * @return the request that is now held; empty where dispatch has not said anything yet
     */
    public Uni<Optional<UUID>> accept(String volunteer, String actor, UUID offerId) {
        return known(volunteer, offerId)
                .chain(() -> transactions.run(now -> recordYes(volunteer, actor, offerId, now)))
                .chain(() ->
                        timeline.await(AppStream.of(volunteer), AppStream.WORD_WAIT, () -> word(volunteer, offerId)));
    }

    /** Says no; the words stay here. */
    Uni<Void> refuse(String volunteer, String actor, UUID offerId, @Nullable String words) {
        return known(volunteer, offerId)
                .chain(() -> transactions.run(now -> recordNo(volunteer, actor, offerId, words, now)));
    }

    /** Whether the volunteer may be about to hold the request. */
    public Uni<Boolean> isPending(String volunteer, UUID requestId) {
        return transactions
                .read(() -> offers.acceptedBy(volunteer, requestId))
                .map(accepted -> accepted.stream().anyMatch(Offer::isPending));
    }

    /** A mini-app backend may hear of an offer before this service does. */
    private Uni<Offer> known(String volunteer, UUID offerId) {
        return timeline.await(
                        AppStream.of(volunteer),
                        AppStream.WORD_WAIT,
                        () -> transactions.read(() -> offers.madeTo(volunteer, offerId)))
                .map(offer -> offer.orElseThrow(NotFound::new));
    }

    private Uni<Void> recordYes(String volunteer, String actor, UUID offerId, Instant now) {
        return offers.lock(volunteer, offerId)
                .map(offer -> offer.orElseThrow(NotFound::new).accept(actor, now))
                .chain(said -> said.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : record(said.get(), offers.answer(offerId, Answer.ACCEPTED, null, actor, now)));
    }

    private Uni<Void> recordNo(String volunteer, String actor, UUID offerId, @Nullable String words, Instant now) {
        return offers.lock(volunteer, offerId)
                .map(offer -> offer.orElseThrow(NotFound::new).refuse(actor, now))
                .chain(said -> said.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : record(said.get(), offers.answer(offerId, Answer.REFUSED, words, actor, now)));
    }

    private Uni<Void> record(AnswerEvent said, Write answer) {
        transactions.unit().atTheEnd(answer);
        return journal.append(said);
    }

    private Uni<Optional<UUID>> word(String volunteer, UUID offerId) {
        return transactions
                .read(() -> offers.madeTo(volunteer, offerId))
                .map(found -> found.orElseThrow(NotFound::new))
                .invoke(offer -> offer.problem().ifPresent(problem -> {
                    throw problem;
                }))
                .map(offer -> Optional.of(offer.question().requestId()).filter(_ -> offer.isWon()));
    }
}
