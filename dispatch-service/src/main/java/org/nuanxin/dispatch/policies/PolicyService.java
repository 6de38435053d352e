package org.nuanxin.dispatch.policies;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyCheck;
import org.nuanxin.dispatch.policy.PolicyCheck.Fault;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.Invalid;
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

    /** As it was set, at time scale 1; what is built in where nobody has set one everywhere. */
    Uni<Policy> get(String text) {
        PolicyScope scope = PolicyScope.parse(text).orElseThrow(NotFound::new);
        return transactions
                .read(() -> versions.newest(text))
                .map(found -> found.or(() -> builtIn(scope)).orElseThrow(NotFound::new));
    }

    /** @param read the version the change was made from, null for the newest */
    Uni<Policy> put(String text, Policy wanted, @Nullable Integer read) {
        PolicyScope scope = PolicyScope.parse(text).orElseThrow(NotFound::new);
        check(wanted);
        return transactions
                .run(now -> mayset(scope)
                        .chain(() -> versions.newest(text))
                        .map(newest -> next(text, wanted, newest, read))
                        .call(policy -> versions.add(policy, caller.subject(), now)))
                .call(() -> transactions.read(book::refresh));
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

    private static Policy next(String scope, Policy wanted, Optional<Policy> newest, @Nullable Integer read) {
        int version = newest.map(policy -> policy.key().version()).orElse(0);
        if (read != null && read != version) throw new PolicyChangedMeanwhile();
        return wanted.with(new PolicyKey(scope, version + 1));
    }

    private static Optional<Policy> builtIn(PolicyScope scope) {
        return scope.place() == null ? Optional.of(DefaultPolicies.of(scope.urgency())) : Optional.empty();
    }

    private static void check(Policy policy) {
        List<Fault> faults = PolicyCheck.faults(policy);
        if (faults.isEmpty()) return;
        Invalid invalid = new Invalid();
        faults.forEach(fault -> invalid.and(fault.field(), PolicyService.class, fault.reason()));
        throw invalid;
    }
}
