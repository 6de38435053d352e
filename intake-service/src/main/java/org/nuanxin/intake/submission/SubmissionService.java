package org.nuanxin.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.catalogue.Catalogue;
import org.nuanxin.intake.place.Places;
import org.nuanxin.intake.request.RequestView;
import org.nuanxin.intake.resident.Profile;
import org.nuanxin.intake.resident.Residents;
import org.nuanxin.intake.submission.SubmissionRules.Surroundings;
import org.nuanxin.kit.journal.Trace;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.problems.Commands.Claim;
import org.nuanxin.kit.transactions.GroupCommit;
import org.nuanxin.kit.transactions.Transactions;

/** Accepts requests, those that come at the same time together. */
@ApplicationScoped
class SubmissionService {
    private static final String UNNAMED_TYPE = "other";

    private final Commands commands;
    private final Catalogue catalogue;
    private final Places places;
    private final Residents residents;
    private final Acceptances acceptances;
    private final Transactions transactions;
    private final GroupCommit<Draft, Optional<Accepted>> groups;

    SubmissionService(
            Commands commands,
            Catalogue catalogue,
            Places places,
            Residents residents,
            Acceptances acceptances,
            Transactions transactions,
            SubmissionGroup group) {
        this.commands = commands;
        this.catalogue = catalogue;
        this.places = places;
        this.residents = residents;
        this.acceptances = acceptances;
        this.transactions = transactions;
        this.groups = new GroupCommit<>(group::accept);
    }

    Uni<RequestView> submit(Submitter submitter, @Nullable String key, SubmissionBody body) {
        return surroundings(submitter, body)
                .map(surroundings -> new Draft(
                        submitter,
                        body,
                        surroundings,
                        commands.claim(submitter.subject(), key, body).orElse(null),
                        Trace.current()))
                .chain(this::submit);
    }

    private Uni<RequestView> submit(Draft draft) {
        return groups.join(draft)
                .chain(accepted -> accepted.isPresent()
                        ? Uni.createFrom()
                                .item(described(accepted.get().view(), draft))
                                .invoke(() ->
                                        acceptances.tell(accepted.get().sealed().request()))
                        : again(draft));
    }

    /** Somebody has used the key: what was answered then is answered now. */
    private Uni<RequestView> again(Draft draft) {
        Claim claim = Objects.requireNonNull(draft.claim());
        return transactions
                .read(() -> commands.replay(claim, RequestView.class))
                .chain(answer ->
                        answer.isPresent() ? Uni.createFrom().item(described(answer.get(), draft)) : submit(draft));
    }

    /** The same key comes with the same words. */
    private static RequestView described(RequestView view, Draft draft) {
        return view.described(draft.body().description());
    }

    private Uni<Surroundings> surroundings(Submitter submitter, SubmissionBody body) {
        return catalogue
                .find(Objects.requireNonNullElse(body.serviceType(), UNNAMED_TYPE))
                .chain(type -> places.tree()
                        .chain(tree -> profile(submitter, body)
                                .map(profile -> new Surroundings(type.orElse(null), tree, profile))));
    }

    private Uni<Profile> profile(Submitter submitter, SubmissionBody body) {
        return body.needsProfile()
                ? transactions.read(() -> residents.profileOf(submitter.subject()))
                : Uni.createFrom().item(Profile.EMPTY);
    }
}
