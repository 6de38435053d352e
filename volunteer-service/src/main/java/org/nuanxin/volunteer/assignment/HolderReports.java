package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.problems.NotYetKnown;
import org.nuanxin.kit.problems.Problem;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.live.AppStream;
import org.nuanxin.volunteer.offer.OfferAnswers;

/** What holders, volunteers and staff alike, report on what they hold. Dispatch decides what comes of it. */
@ApplicationScoped
class HolderReports {
    private final Transactions transactions;
    private final Assignments assignments;
    private final Reports reports;
    private final OfferAnswers offers;
    private final Journal journal;
    private final Timeline timeline;

    HolderReports(
            Transactions transactions,
            Assignments assignments,
            Reports reports,
            OfferAnswers offers,
            Journal journal,
            Timeline timeline) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.reports = reports;
        this.offers = offers;
        this.journal = journal;
        this.timeline = timeline;
    }

    /** Fails with NotYetKnown where the caller may just have won the request, with NotFound where they never held it. */
    Uni<Assignment> held(String subject, UUID requestId, Report report) {
        return timeline.await(AppStream.of(subject), AppStream.WORD_WAIT, () -> reportable(subject, requestId, report))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : offers.isPending(subject, requestId).chain(pending -> missing(subject, requestId, pending)));
    }

    /**
     * Records the report, then waits for dispatch's word.
     *
     * @param actor who really calls
     * @return whether dispatch has taken it; false where it has not said anything yet
     */
    Uni<Boolean> report(String subject, String actor, UUID requestId, Report report, Said said) {
        return held(subject, requestId, report)
                .chain(() -> transactions.run(now -> assignments
                        .lock(subject, requestId)
                        .map(assignment -> assignment.orElseThrow(NotFound::new))
                        .chain(assignment -> record(assignment, report, said, actor, now))))
                .chain(() -> timeline.await(
                        AppStream.of(subject), AppStream.WORD_WAIT, () -> word(subject, requestId, report)))
                .map(Optional::isPresent);
    }

    /** Saying it again while dispatch has not answered is saying it once. */
    private Uni<Void> record(Assignment assignment, Report report, Said said, String actor, Instant now) {
        Optional<AnswerEvent> answer = assignment.report(report, said.checks(), actor, now);
        if (answer.isEmpty()) return Uni.createFrom().voidItem();
        return reports.isPending(assignment, report)
                .chain(pending -> pending
                        ? Uni.createFrom().voidItem()
                        : journal.append(answer.get()).chain(() -> reports.say(assignment, report, said, actor, now)));
    }

    private Uni<Optional<Assignment>> reportable(String subject, UUID requestId, Report report) {
        return transactions
                .read(() -> assignments.of(subject, requestId))
                .map(found -> found.filter(assignment -> assignment.status().isHeld() || report.isTaken(assignment)));
    }

    private Uni<Assignment> missing(String subject, UUID requestId, boolean pending) {
        if (pending) return Uni.createFrom().failure(new NotYetKnown());
        return transactions
                .read(() -> assignments.of(subject, requestId))
                .map(before -> before.isPresent() ? new AssignmentOver() : new NotFound())
                .chain(problem -> Uni.createFrom().failure(problem));
    }

    private Uni<Optional<Assignment>> word(String subject, UUID requestId, Report report) {
        return transactions.read(() -> assignments
                .of(subject, requestId)
                .chain(found -> found.filter(report::isTaken).isPresent()
                        ? Uni.createFrom().item(found)
                        : reports.rejection(subject, requestId, report).map(HolderReports::rejected)));
    }

    private static Optional<Assignment> rejected(Optional<String> reason) {
        reason.map(HolderReports::problem).ifPresent(problem -> {
            throw problem;
        });
        return Optional.empty();
    }

    private static Problem problem(String reason) {
        return switch (reason) {
            case "NOT_HOLDER" -> new AssignmentOver();
            case "CHECKS_MISSING" -> new ChecksNotTicked();
            default -> new OutOfTurn();
        };
    }
}
