package org.nuanxin.dispatch.policies;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.Urgency;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/** Every version of every policy and calendar in memory, at this stack's time scale; another instance's change is seen within a second. */
@ApplicationScoped
public class PolicyBook {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final PolicyVersions policies;
    private final CalendarVersions calendars;
    private final int timeScale;
    private final Loop loop;
    private volatile @Nullable Edition edition;

    /** Versions are only ever added: what is as many is the same. */
    private record Edition(long versions, Pages pages) {}

    PolicyBook(
            Transactions transactions,
            PolicyVersions policies,
            CalendarVersions calendars,
            Vertx vertx,
            @ConfigProperty(name = "nuanxin.time-scale") int timeScale) {
        this.transactions = transactions;
        this.policies = policies;
        this.calendars = calendars;
        this.timeScale = timeScale;
        this.loop = new Loop("policies", vertx, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** Completes when the book has been read and has these; to be called before it is asked. */
    public Uni<Void> ready(Collection<PolicyKey> needed) {
        Edition read = edition;
        boolean known = read != null && read.pages().hasAll(needed);
        return known ? Uni.createFrom().voidItem() : pages().replaceWithVoid();
    }

    /** As it is now in the session of the caller. */
    Uni<Pages> pages() {
        return policies.count().chain(count -> {
            Edition read = edition;
            return read != null && read.versions() == count
                    ? Uni.createFrom().item(read.pages())
                    : read(count).map(Edition::pages);
        });
    }

    public Policy policy(PolicyKey key) {
        return read().policy(key);
    }

    /** What a new round goes by: each part from the nearest ancestor of the place that has set it, else what is built in. */
    public Policy newest(List<String> placePath, String serviceType, Urgency urgency) {
        return read().newest(PolicyScope.of(placePath, serviceType, urgency).toList());
    }

    private Pages read() {
        return Objects.requireNonNull(edition, "the policies have not been read")
                .pages();
    }

    /** Counted first: what is added meanwhile is read once more. */
    private Uni<Edition> read(long count) {
        return policies.all()
                .chain(set -> calendars.all().map(hours -> new Edition(count, new Pages(set, hours, timeScale))))
                .invoke(read -> edition = read);
    }

    private Uni<Duration> round() {
        return transactions.read(this::pages).replaceWith(LOOK_AGAIN);
    }
}
