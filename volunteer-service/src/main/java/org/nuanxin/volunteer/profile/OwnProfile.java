package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Event;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.directory.Directory;

/** What volunteers do to their own profile. */
@ApplicationScoped
class OwnProfile {
    private final Transactions transactions;
    private final Commands commands;
    private final Volunteers volunteers;
    private final Directory directory;
    private final Journal journal;

    OwnProfile(
            Transactions transactions, Commands commands, Volunteers volunteers, Directory directory, Journal journal) {
        this.transactions = transactions;
        this.commands = commands;
        this.volunteers = volunteers;
        this.directory = directory;
        this.journal = journal;
    }

    /** Anybody applies once; supervisors verify. */
    Uni<VolunteerView> apply(String subject, @Nullable String client, @Nullable String key, Application application) {
        return directory
                .paths(application.namedPlaces())
                .chain(paths -> commands.once(
                        subject,
                        key,
                        application,
                        VolunteerView.class,
                        now -> apply(subject, client, application, paths, now)));
    }

    Uni<VolunteerView> change(String subject, Change change) {
        Set<String> places = change.serves() == null ? Set.of() : Set.copyOf(change.serves());
        return (places.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : directory.paths(places).replaceWithVoid())
                .chain(() -> decide(subject, (volunteer, now) -> Optional.of(volunteer.change(change, now))));
    }

    /** Loads the caller's own, lets it decide, records what came of it. */
    Uni<VolunteerView> decide(String subject, BiFunction<Volunteer, Instant, Optional<Event>> decision) {
        return transactions.run(now -> volunteers
                .lock(subject)
                .call(volunteer -> journal.appendAll(
                        decision.apply(volunteer, now).stream().toList()))
                .map(Volunteer::view));
    }

    Uni<VolunteerView> view(String subject) {
        return transactions.read(() -> volunteers.of(subject).map(Volunteer::view));
    }

    private Uni<VolunteerView> apply(
            String subject,
            @Nullable String client,
            Application application,
            Map<String, List<String>> paths,
            Instant now) {
        List<String> path = paths.getOrDefault(application.placeId(), List.of());
        Volunteer applicant = new Volunteer(Ids.next(now), subject, client, application, path);
        return volunteers
                .isFree(subject)
                .invoke(free -> {
                    if (!free) throw new AlreadyVolunteer();
                })
                .chain(() -> journal.append(applicant.apply(now)))
                .chain(() -> volunteers.add(applicant))
                .replaceWith(applicant::view);
    }
}
