package org.nuanxin.dispatch.staff;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
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
    private volatile @Nullable List<StaffMember> members;

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
        return members == null ? refresh() : Uni.createFrom().voidItem();
    }

    /** Reads it anew, in the session of the caller. */
    Uni<Void> refresh() {
        return staff.all().invoke(all -> members = all).replaceWithVoid();
    }

    /** Subjects on duty for a place at a level. */
    public List<String> onDuty(AlertLevel level, String community, List<String> placePath) {
        return all().stream()
                .filter(StaffMember::onDuty)
                .filter(member -> member.answersFor(level, placePath.getFirst(), community, placePath))
                .map(StaffMember::subject)
                .toList();
    }

    public boolean isStaff(String subject, List<String> placePath) {
        return all().stream().anyMatch(member -> member.subject().equals(subject) && member.holds(placePath));
    }

    /** Everybody on the roster of a place. */
    public List<StaffMember> of(List<String> placePath) {
        return all().stream().filter(member -> member.holds(placePath)).toList();
    }

    private List<StaffMember> all() {
        List<StaffMember> known = members;
        if (known == null) throw new IllegalStateException("the roster has not been read");
        return known;
    }

    private Uni<Duration> round() {
        return transactions.read(this::refresh).replaceWith(LOOK_AGAIN);
    }
}
