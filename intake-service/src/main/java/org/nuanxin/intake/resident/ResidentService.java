package org.nuanxin.intake.resident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.place.PlaceTree;
import org.nuanxin.intake.place.Places;
import org.nuanxin.intake.resident.Profile.Home;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.transactions.Transactions;

/** What residents do with their own data. */
@ApplicationScoped
class ResidentService {
    private final Transactions transactions;
    private final Residents residents;
    private final Places places;

    ResidentService(Transactions transactions, Residents residents, Places places) {
        this.transactions = transactions;
        this.residents = residents;
        this.places = places;
    }

    Uni<Profile> profile(String subject) {
        return transactions.read(() -> residents.profileOf(subject));
    }

    Uni<Profile> keep(String subject, Profile profile) {
        return places.tree()
                .invoke(tree -> check(profile, tree))
                .chain(() -> transactions.run(now -> residents.keep(subject, profile, now)))
                .replaceWith(profile);
    }

    private static void check(Profile profile, PlaceTree tree) {
        String phone = profile.phone();
        if (phone != null && !Phones.dialable(phone)) {
            throw Invalid.field("phone", ResidentService.class, "BadPhone");
        }
        String placeId = placeOf(profile.home());
        if (placeId != null && tree.find(placeId).isEmpty()) {
            throw Invalid.field("home.placeId", ResidentService.class, "UnknownPlace");
        }
    }

    private static @Nullable String placeOf(@Nullable Home home) {
        return home == null ? null : home.placeId();
    }
}
