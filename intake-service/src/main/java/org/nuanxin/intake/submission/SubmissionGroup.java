package org.nuanxin.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuanxin.intake.request.Reference;
import org.nuanxin.intake.request.Request;
import org.nuanxin.intake.request.RequestView;
import org.nuanxin.intake.request.RequestViews;
import org.nuanxin.intake.request.Requests;
import org.nuanxin.intake.request.Requests.Sealed;
import org.nuanxin.intake.sealing.Sealing;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.problems.Commands.Claim;
import org.nuanxin.kit.problems.Problem;
import org.nuanxin.kit.transactions.GroupCommit.Member;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Transactions;

/** Accepts the submissions of a group in one transaction of one round trip: a row and an event for each. */
@ApplicationScoped
class SubmissionGroup {
    private final Commands commands;
    private final Requests requests;
    private final RequestViews views;
    private final Sealing sealing;
    private final Journal journal;
    private final Transactions transactions;

    SubmissionGroup(
            Commands commands,
            Requests requests,
            RequestViews views,
            Sealing sealing,
            Journal journal,
            Transactions transactions) {
        this.commands = commands;
        this.requests = requests;
        this.views = views;
        this.sealing = sealing;
        this.journal = journal;
        this.transactions = transactions;
    }

    private record Decided(Member<Draft, Optional<Accepted>> member, Accepted accepted) {
        Optional<Claim> claim() {
            return Optional.ofNullable(member.command().claim());
        }

        /** Whether it is the first with its key; of twins in one group one is. */
        boolean isFirst(Set<Claim> unused) {
            return claim().isEmpty() || unused.remove(claim().get());
        }
    }

    /** Answers empty where the submission's key has been used before, which is found out only where it is so. */
    Uni<Void> accept(List<Member<Draft, Optional<Accepted>>> group) {
        return transactions
                .runApart(now -> acceptAll(group, now))
                .onFailure(Commands::usedBefore)
                .recoverWithUni(() -> transactions.runApart(now -> acceptUnused(group, now)));
    }

    private Uni<Void> acceptAll(List<Member<Draft, Optional<Accepted>>> group, Instant now) {
        List<Decided> decided = decide(group, now);
        Map<Claim, RequestView> answers = answers(decided);
        transactions.unit().atTheEnd(commands.claimAll(answers, now));
        return record(first(decided, new HashSet<>(answers.keySet())));
    }

    private Uni<Void> acceptUnused(List<Member<Draft, Optional<Accepted>>> group, Instant now) {
        List<Decided> decided = decide(group, now);
        return commands.claimUnused(answers(decided), now)
                .chain(unused -> record(first(decided, new HashSet<>(unused))));
    }

    private List<Decided> decide(List<Member<Draft, Optional<Accepted>>> group, Instant now) {
        return group.stream().flatMap(member -> decide(member, now).stream()).toList();
    }

    private Optional<Decided> decide(Member<Draft, Optional<Accepted>> member, Instant now) {
        try {
            return Optional.of(new Decided(member, accepted(member.command(), now)));
        } catch (Problem refusal) {
            member.refuse(refusal);
            return Optional.empty();
        }
    }

    private Accepted accepted(Draft draft, Instant now) {
        Submission submission =
                SubmissionRules.decide(draft.body(), draft.submitter(), draft.surroundings(), now, new Complaints());
        Request request = submission.request(Ids.next(now), Reference.next(), now);
        String contact = sealing.seal(submission.contact(), request.id().toString());
        String language = draft.submitter().reader().language();
        return new Accepted(
                new Sealed(request, contact), submission.submitted(request), views.fresh(request, language));
    }

    /** Of twins the first is stored, as it is the first that is recorded. */
    private static Map<Claim, RequestView> answers(List<Decided> decided) {
        Map<Claim, RequestView> answers = new HashMap<>();
        decided.forEach(one -> one.claim()
                .ifPresent(claim -> answers.putIfAbsent(claim, one.accepted().view())));
        return answers;
    }

    private static List<Decided> first(List<Decided> decided, Set<Claim> unused) {
        List<Decided> first = new ArrayList<>();
        for (Decided one : decided) {
            if (one.isFirst(unused)) {
                one.member().answer(Optional.of(one.accepted()));
                first.add(one);
            } else {
                one.member().answer(Optional.empty());
            }
        }
        return first;
    }

    private Uni<Void> record(List<Decided> first) {
        first.forEach(this::trace);
        transactions
                .unit()
                .atTheEnd(requests.insert(
                        first.stream().map(one -> one.accepted().sealed()).toList()));
        return journal.appendAll(
                first.stream().map(one -> one.accepted().event()).toList());
    }

    /** A group has no trace of its own. */
    private void trace(Decided one) {
        String trace = one.member().command().trace();
        if (trace != null) {
            transactions.unit().trace(one.accepted().event().subject(), trace);
        }
    }
}
