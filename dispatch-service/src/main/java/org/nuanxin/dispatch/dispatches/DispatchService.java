package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.RuleBroken;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.staff.Roster;
import org.nuanxin.dispatch.volunteers.VolunteerMemory;
import org.nuanxin.dispatch.volunteers.Volunteers;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** Lets things happen to requests: loads, decides, records, in sets and in one order of locks. */
@ApplicationScoped
public class DispatchService {
    private final Transactions transactions;
    private final Dispatches dispatches;
    private final Volunteers volunteers;
    private final VolunteerMemory memory;
    private final PolicyBook policies;
    private final Roster roster;
    private final DispatchRecorder recorder;

    DispatchService(
            Transactions transactions,
            Dispatches dispatches,
            Volunteers volunteers,
            VolunteerMemory memory,
            PolicyBook policies,
            Roster roster,
            DispatchRecorder recorder) {
        this.transactions = transactions;
        this.dispatches = dispatches;
        this.volunteers = volunteers;
        this.memory = memory;
        this.policies = policies;
        this.roster = roster;
        this.recorder = recorder;
    }

    /** Lets all of it take effect, in its order, in the running transaction. */
    Uni<Void> take(List<Happening> happenings, Instant now) {
        if (happenings.isEmpty()) return Uni.createFrom().voidItem();
        return dispatches
                .lock(happenings.stream().map(Happening::requestId).collect(Collectors.toSet()))
                .chain(handlings -> take(happenings, handlings, now));
    }

    /** The same to requests that the caller has locked. */
    Uni<Void> take(List<Happening> happenings, Map<UUID, Handling> locked, Instant now) {
        return decide(happenings, locked, now).replaceWithVoid();
    }

    /**
     * For what has to be looked up before a command can be given: nobody learns from it what is not theirs.
     *
     * @param may fails where the caller may not do anything to this request
     */
    Uni<Void> look(UUID requestId, Consumer<Handling> may) {
        return transactions.read(() -> dispatches.find(requestId)).invoke(may).replaceWithVoid();
    }

    /**
     * Does by hand what a command says, and answers with the handling as it then is.
     *
     * @param may fails where the caller may not do it to this request
     */
    public Uni<Handling> obey(UUID requestId, Command command, Consumer<Handling> may) {
        Happening happening = new Happening(requestId, command);
        return transactions
                .run(now -> dispatches
                        .lock(List.of(requestId))
                        .invoke(found -> may.accept(known(found, requestId)))
                        .chain(found -> decide(List.of(happening), found, now)))
                .map(decided -> decided.handlings().iterator().next())
                .onFailure(RuleBroken.class)
                .transform(BrokenRules::of);
    }

    /**
     * Does the same to many, in one transaction; whatever may not be done to some of them changes nothing of these.
     *
     * @param may whether the caller may do it to a request
     * @return to how many it was done
     */
    Uni<Integer> obeyWherePossible(Collection<UUID> requests, Command command, Predicate<Handling> may) {
        return transactions.run(now -> dispatches
                .lock(requests)
                .invoke(found -> found.values().removeIf(may.negate()))
                .chain(found -> decideWherePossible(command, found, now))
                .map(decided -> decided.handlings().size()));
    }

    private Uni<Decisions> decideWherePossible(Command command, Map<UUID, Handling> found, Instant now) {
        List<Happening> happenings = found.keySet().stream()
                .map(request -> new Happening(request, command))
                .toList();
        return scene(happenings, found.values(), now)
                .map(scene -> new Decisions(now, scene, found))
                .invoke(decisions -> decisions.decideWherePossible(happenings))
                .call(decisions -> recorder.record(decisions, now));
    }

    private Uni<Decisions> decide(List<Happening> happenings, Map<UUID, Handling> handlings, Instant now) {
        return scene(happenings, handlings.values(), now)
                .map(scene -> decided(happenings, handlings, scene, now))
                .call(decided -> recorder.record(decided, now));
    }

    private Uni<Scene> scene(List<Happening> happenings, Collection<Handling> handlings, Instant now) {
        Set<PolicyKey> running = handlings.stream()
                .flatMap(handling -> handling.policies().stream())
                .collect(Collectors.toSet());
        return policies.ready(running)
                .chain(roster::ready)
                .chain(() -> memory.ready(now))
                .chain(() -> volunteers.lock(Concerned.volunteers(happenings, handlings)))
                .map(locked -> new Scene(policies, roster, memory, locked));
    }

    private static Decisions decided(
            List<Happening> happenings, Map<UUID, Handling> handlings, Scene scene, Instant now) {
        Decisions decisions = new Decisions(now, scene, handlings);
        decisions.decide(happenings);
        return decisions;
    }

    private static Handling known(Map<UUID, Handling> found, UUID requestId) {
        Handling handling = found.get(requestId);
        if (handling == null) throw new NotFound();
        return handling;
    }
}
