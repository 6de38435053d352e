package org.nuanxin.volunteer.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.directory.Directory;

/** Offers in the caller's language. */
@ApplicationScoped
public class OfferViews {
    private final Transactions transactions;
    private final Offers offers;
    private final Directory directory;

    OfferViews(Transactions transactions, Offers offers, Directory directory) {
        this.transactions = transactions;
        this.offers = offers;
        this.directory = directory;
    }

    public Uni<OfferView> one(String volunteer, UUID offerId, String language) {
        return transactions.read(() -> offers.madeTo(volunteer, offerId)
                .map(offer -> List.of(offer.orElseThrow(NotFound::new)))
                .chain(found -> worded(found, language))
                .map(List::getFirst));
    }

    Uni<List<OfferView>> newest(String volunteer, int limit, String language) {
        return transactions.read(() -> offers.madeTo(volunteer, limit).chain(found -> worded(found, language)));
    }

    private Uni<List<OfferView>> worded(List<Offer> found, String language) {
        List<String> types =
                found.stream().map(offer -> offer.question().serviceType()).toList();
        List<String> places = found.stream()
                .flatMap(offer -> offer.question().placePath().stream())
                .toList();
        return directory
                .wording(types, places)
                .map(wording -> found.stream()
                        .map(offer -> OfferView.of(offer, wording, language))
                        .toList());
    }
}
