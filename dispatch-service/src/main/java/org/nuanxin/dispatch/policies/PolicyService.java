package org.nuanxin.dispatch.policies;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.policy.PartsCheck;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** Reading and setting policies. */
@ApplicationScoped
class PolicyService {
    private final Transactions transactions;
    private final PolicyVersions versions;
    private final PolicyBook book;
    private final Directory directory;
    private final Caller caller;

    PolicyService(
            Transactions transactions, PolicyVersions versions, PolicyBook book, Directory directory, Caller caller) {
        this.transactions = transactions;
        this.versions = versions;
        this.book = book;
        this.directory = directory;
        this.caller = caller;
    }

    /** As it was set, at time scale 1; what is built in where nobody has set anything everywhere. */
    Uni<PolicyParts> get(String text) {
        PolicyScope scope = PolicyScope.parse(text).orElseThrow(NotFound::new);
        return transactions.read(book::pages).map(pages -> pages.newest(scope).orElseThrow(NotFound::new));
    }

    /** What a request of this place, type and urgency would go by. */
    Uni<EffectivePolicy> effective(String text) {
        PolicyScope scope = PolicyScope.parse(text).orElseThrow(NotFound::new);
        return transactions.read(() -> mustBeKnown(scope)
                .chain(() -> book.pages())
                .chain(pages -> whole(pages, scope)
                        .map(whole -> EffectivePolicy.of(pages.layers(whole.chain(scope)), pages.newestCalendars()))));
    }

    /** @param read the version the change was made from, null for the newest */
    Uni<PolicyParts> put(String text, PolicyParts wanted, @Nullable Integer read) {
        PolicyScope scope = PolicyScope.parse(text).orElseThrow(NotFound::new);
        return transactions
                .run(now -> mayset(scope)
                        .chain(versions::alone)
                        .chain(book::pages)
                        .chain(pages -> set(pages, scope, wanted, read, now)))
                .call(() -> transactions.read(book::pages));
    }

    private Uni<PolicyParts> set(
            Pages pages, PolicyScope scope, PolicyParts wanted, @Nullable Integer read, Instant now) {
        Whole.refuse(PartsCheck.faults(wanted, pages.newestCalendars()));
        PolicyParts next = next(scope, wanted, pages.newest(scope), read);
        return whole(pages, scope)
                .invoke(whole -> whole.check(pages, pages.with(next), scope.text()))
                .call(() -> versions.add(next, caller.subject(), now))
                .replaceWith(next);
    }

    private Uni<Whole> whole(Pages pages, PolicyScope scope) {
        Set<String> places = Whole.places(Stream.concat(pages.scopes().stream(), Stream.of(scope)));
        return directory.paths(places).map(Whole::new);
    }

    private Uni<Void> mayset(PolicyScope scope) {
        if (scope.place() == null) {
            return caller.is("administrator")
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().failure(new Forbidden());
        }
        return directory
                .pathOf(scope.place())
                .invoke(path -> mayset(path.orElseThrow(NotFound::new)))
                .chain(() -> typeIsKnown(scope.type()));
    }

    private void mayset(List<String> placePath) {
        if (!caller.is("administrator") && !caller.holds(placePath)) throw new NotFound();
    }

    private Uni<Void> mustBeKnown(PolicyScope scope) {
        return placeIsKnown(scope.place()).chain(() -> typeIsKnown(scope.type()));
    }

    private Uni<Void> placeIsKnown(@Nullable String place) {
        return place == null
                ? Uni.createFrom().voidItem()
                : directory
                        .pathOf(place)
                        .map(path -> path.orElseThrow(NotFound::new))
                        .replaceWithVoid();
    }

    private Uni<Void> typeIsKnown(@Nullable String type) {
        return type == null
                ? Uni.createFrom().voidItem()
                : directory
                        .hasType(type)
                        .invoke(known -> {
                            if (!known) throw new NotFound();
                        })
                        .replaceWithVoid();
    }

    private static PolicyParts next(
            PolicyScope scope, PolicyParts wanted, Optional<PolicyParts> newest, @Nullable Integer read) {
        int version = newest.map(parts -> Objects.requireNonNull(parts.key()).version())
                .orElse(0);
        if (read != null && read != version) throw new PolicyChangedMeanwhile();
        return wanted.with(new PolicyKey(scope.text(), version + 1));
    }
}
