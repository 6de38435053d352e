package org.nuanxin.dispatch.policies;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.DayWindow;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.Urgency;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/** Every version of every policy in memory, at this stack's time scale; another instance's change is seen within a second. */
@ApplicationScoped
public class PolicyBook {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final PolicyVersions versions;
    private final int timeScale;
    private final Loop loop;
    private volatile @Nullable Pages pages;

    private record Pages(Map<PolicyKey, Policy> all, Map<String, Policy> newest) {}

    PolicyBook(
            Transactions transactions,
            PolicyVersions versions,
            Vertx vertx,
            @ConfigProperty(name = "nuanxin.time-scale") int timeScale) {
        this.transactions = transactions;
        this.versions = versions;
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
        Pages read = pages;
        boolean known = read != null && read.all().keySet().containsAll(needed);
        return known ? Uni.createFrom().voidItem() : refresh();
    }

    /** Reads it anew, in the session of the caller. */
    Uni<Void> refresh() {
        return versions.all().invoke(all -> pages = paged(all)).replaceWithVoid();
    }

    public Policy policy(PolicyKey key) {
        return Objects.requireNonNull(read().all().get(key), () -> "no policy " + key);
    }

    /** What a new round goes by: the nearest ancestor of the place that has set one, else what is built in. */
    public Policy newest(List<String> placePath, String serviceType, Urgency urgency) {
        Map<String, Policy> newest = read().newest();
        return PolicyScope.of(placePath, serviceType, urgency)
                .map(scope -> Optional.ofNullable(newest.get(scope.text())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Pages read() {
        return Objects.requireNonNull(pages, "the policies have not been read");
    }

    private Pages paged(List<Policy> set) {
        Map<PolicyKey, Policy> all = new HashMap<>();
        Map<String, Policy> newest = new HashMap<>();
        for (Urgency urgency : Urgency.values()) {
            Policy builtIn = builtIn(urgency);
            all.put(builtIn.key(), builtIn);
            newest.put(builtIn.key().scope(), builtIn);
        }
        for (Policy policy : set) {
            Policy scaled = policy.dividedBy(timeScale);
            all.put(scaled.key(), scaled);
            newest.merge(scaled.key().scope(), scaled, PolicyBook::newer);
        }
        return new Pages(Map.copyOf(all), Map.copyOf(newest));
    }

    /** At another time scale a day has no night. */
    private Policy builtIn(Urgency urgency) {
        Policy policy = DefaultPolicies.of(urgency);
        return timeScale == 1 ? policy : policy.dividedBy(timeScale).with(DayWindow.ALWAYS);
    }

    private static Policy newer(Policy one, Policy other) {
        return one.key().version() < other.key().version() ? other : one;
    }

    private Uni<Duration> round() {
        return transactions.read(this::refresh).replaceWith(LOOK_AGAIN);
    }
}
