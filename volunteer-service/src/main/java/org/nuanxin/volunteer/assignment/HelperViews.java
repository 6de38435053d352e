package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Names;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.volunteer.profile.Helpers;

/** Helpers of requests; who is not concerned is not told whether there is one. */
@ApplicationScoped
class HelperViews {
    private static final Names STAFF = new Names("社区工作人员", "Community staff");

    private final Transactions transactions;
    private final Assignments assignments;
    private final Matters matters;
    private final Helpers helpers;

    HelperViews(Transactions transactions, Assignments assignments, Matters matters, Helpers helpers) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.matters = matters;
        this.helpers = helpers;
    }

    Uni<HelperView> of(UUID requestId, Predicate<RequestSubmitted> concerned, String language) {
        return transactions.read(() -> matters.of(List.of(requestId))
                .map(known ->
                        known.values().stream().filter(concerned).findFirst().orElseThrow(NotFound::new))
                .chain(matter -> assignments
                        .helperOf(requestId)
                        .map(found -> found.orElseThrow(NotFound::new).holder())
                        .chain(holder -> view(holder, matter, language))));
    }

    private Uni<HelperView> view(Holder holder, RequestSubmitted matter, String language) {
        return holder.kind() == Holder.Kind.STAFF
                ? Uni.createFrom().item(new HelperView(STAFF.in(language), null, true))
                : helpers.called(UUID.fromString(holder.id()))
                        .map(called -> called.orElseThrow(NotFound::new))
                        .map(called -> new HelperView(called.displayName(), matter.skill(), called.verified()));
    }
}
