package org.nuanxin.intake.place;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nuanxin.intake.directory.Codes;
import org.nuanxin.intake.directory.DirectoryVersion;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.transactions.Transactions;

/** What an administrator does to the tree. */
@ApplicationScoped
class PlaceService {
    private final Transactions transactions;
    private final DirectoryVersion version;
    private final Places places;
    private final Journal journal;

    PlaceService(Transactions transactions, DirectoryVersion version, Places places, Journal journal) {
        this.transactions = transactions;
        this.version = version;
        this.places = places;
        this.journal = journal;
    }

    Uni<Place> define(String id, PlaceBody wanted) {
        Codes.require("id", id);
        return transactions
                .run(now -> version.next().chain(next -> define(id, wanted, next, now)))
                .call(places::treeAnew);
    }

    private Uni<Place> define(String id, PlaceBody wanted, long next, Instant now) {
        return places.family(id, wanted.parentId())
                .map(family -> PlaceRules.define(id, wanted, family, next))
                .call(places::write)
                .call(changed -> journal.appendAll(
                        changed.stream().map(place -> place.defined(now)).toList()))
                .map(changed -> changed.getFirst());
    }
}
