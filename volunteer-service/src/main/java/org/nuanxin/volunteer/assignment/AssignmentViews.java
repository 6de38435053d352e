package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.directory.Directory;
import org.nuanxin.volunteer.directory.Wording;

/** Assignments in their holder's language. */
@ApplicationScoped
class AssignmentViews {
    private final Transactions transactions;
    private final Assignments assignments;
    private final Matters matters;
    private final Directory directory;

    AssignmentViews(Transactions transactions, Assignments assignments, Matters matters, Directory directory) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.matters = matters;
        this.directory = directory;
    }

    Uni<AssignmentView> one(String subject, UUID requestId, String language) {
        return transactions.read(() -> assignments
                .of(subject, requestId)
                .map(assignment -> List.of(assignment.orElseThrow(NotFound::new)))
                .chain(found -> worded(found, language))
                .map(List::getFirst));
    }

    Uni<List<AssignmentView>> newest(String subject, int limit, String language) {
        return transactions.read(() -> assignments.of(subject, limit).chain(found -> worded(found, language)));
    }

    private Uni<List<AssignmentView>> worded(List<Assignment> found, String language) {
        return matters.of(found.stream().map(Assignment::requestId).toList())
                .chain(known -> wording(known.values())
                        .map(wording -> found.stream()
                                .map(one -> AssignmentView.of(one, known.get(one.requestId()), wording, language))
                                .toList()));
    }

    private Uni<Wording> wording(Collection<RequestSubmitted> known) {
        return directory.wording(
                known.stream().map(RequestSubmitted::serviceType).toList(),
                known.stream().flatMap(matter -> matter.placePath().stream()).toList());
    }
}
