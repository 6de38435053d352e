package org.nuanxin.dispatch.staff;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/** The duty roster in memory; what another instance changes is seen within a second. */
@ApplicationScoped
public class Roster {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Staff staff;
    private final Loop loop;
    private volatile @Nullable Known known;

    private record Known(Map<String, List<StaffMember>> byPlace) {
        static Known of(List<StaffMember> members) {
            Map<String, List<StaffMember>> byPlace = new HashMap<>();
            members.forEach(member -> member.places()
                    .forEach(place -> byPlace.computeIfAbsent(place, _ -> new ArrayList<>())
                            .add(member)));
            return new Known(byPlace);
        }

        /** Who holds any of the places, by subject. */
        List<StaffMember> of(Collection<String> places) {
            return places.stream()
                    .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                    .distinct()
                    .sorted(Comparator.comparing(StaffMember::subject))
                    .toList();
        }
    }

    Roster(Transactions transactions, Staff staff, Vertx vertx) {
        this.transactions = transactions;
        this.staff = staff;
        this.loop = new Loop("roster", vertx, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** Completes when the roster has been read once; to be called before it is asked. */
    public Uni<Void> ready() {
        return known == null ? refresh() : Uni.createFrom().voidItem();
    }

    /** Reads it anew, in the session of the caller. */
    Uni<Void> refresh() {
        return staff.all().invoke(all -> known = Known.of(all)).replaceWithVoid();
    }

    /** Subjects on duty for a place at a level. */
    public List<String> onDuty(AlertLevel level, String community, List<String> placePath) {
        List<String> places = new ArrayList<>(placePath);
        places.add(community);
        return known().of(places).stream()
                .filter(StaffMember::onDuty)
                .filter(member -> member.answersFor(level, placePath.getFirst(), community, placePath))
                .map(StaffMember::subject)
                .toList();
    }

    public boolean isStaff(String subject, List<String> placePath) {
        return known().of(placePath).stream()
                .anyMatch(member -> member.subject().equals(subject));
    }

    /** Everybody on the roster of a place. */
    public List<StaffMember> of(List<String> placePath) {
        return known().of(placePath);
    }

    private Known known() {
        Known read = known;
        if (read == null) throw new IllegalStateException("the roster has not been read");
        return read;
    }

    private Uni<Duration> round() {
        return transactions.read(this::refresh).replaceWith(LOOK_AGAIN);
    }
}
