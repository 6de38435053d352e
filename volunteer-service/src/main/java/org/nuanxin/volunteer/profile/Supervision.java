package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Event;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.directory.Directory;

/** What supervisors see of volunteers, and do, in the places they hold. */
@ApplicationScoped
class Supervision {
    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Directory directory;
    private final Journal journal;

    Supervision(Transactions transactions, Volunteers volunteers, Directory directory, Journal journal) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.directory = directory;
        this.journal = journal;
    }

    Uni<VolunteerView> verify(UUID id, Predicate<List<String>> holds, boolean verified) {
        return decide(id, holds, (volunteer, now) -> volunteer.verify(verified, now));
    }

    Uni<VolunteerView> verifySkill(
            UUID id, Predicate<List<String>> holds, String skill, boolean verified, @Nullable Instant until) {
        return decide(id, holds, (volunteer, now) -> Optional.of(volunteer.verifySkill(skill, verified, until, now)));
    }

    Uni<VolunteerView> view(UUID id, Predicate<List<String>> holds) {
        return transactions.read(() -> volunteers
                .of(id)
                .invoke(volunteer -> mustHold(volunteer, holds))
                .map(Volunteer::view));
    }

    /** Those of a place in the order of their ids. */
    Uni<List<VolunteerView>> ofPlace(
            String placeId, Predicate<List<String>> holds, @Nullable Boolean verified, UUID after, int limit) {
        return directory
                .paths(Set.of(placeId))
                .invoke(paths -> {
                    if (!holds.test(paths.getOrDefault(placeId, List.of()))) throw new Forbidden();
                })
                .chain(() -> transactions.read(() -> volunteers.ofPlace(placeId, verified, after, limit)))
                .map(found -> found.stream().map(Volunteer::view).toList());
    }

    private Uni<VolunteerView> decide(
            UUID id, Predicate<List<String>> holds, BiFunction<Volunteer, Instant, Optional<Event>> decision) {
        return transactions.run(now -> volunteers
                .lock(id)
                .invoke(volunteer -> mustHold(volunteer, holds))
                .call(volunteer -> journal.appendAll(
                        decision.apply(volunteer, now).stream().toList()))
                .map(Volunteer::view));
    }

    /** Another place's volunteers are not told from none. */
    private static void mustHold(Volunteer volunteer, Predicate<List<String>> holds) {
        if (!holds.test(volunteer.placePath())) throw new NotFound();
    }
}
