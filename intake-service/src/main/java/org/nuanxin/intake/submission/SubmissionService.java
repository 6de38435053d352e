package org.nuanxin.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.catalogue.Catalogue;
import org.nuanxin.intake.place.Places;
import org.nuanxin.intake.request.Reference;
import org.nuanxin.intake.request.Request;
import org.nuanxin.intake.request.RequestView;
import org.nuanxin.intake.request.RequestViews;
import org.nuanxin.intake.request.Requests;
import org.nuanxin.intake.resident.Profile;
import org.nuanxin.intake.resident.Residents;
import org.nuanxin.intake.sealing.Sealing;
import org.nuanxin.intake.submission.SubmissionRules.Surroundings;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.transactions.Ids;

/** Accepts requests: one transaction, one row, one event. */
@ApplicationScoped
class SubmissionService {
    private static final String UNNAMED_TYPE = "other";

    private final Commands commands;
    private final Catalogue catalogue;
    private final Places places;
    private final Residents residents;
    private final Requests requests;
    private final RequestViews views;
    private final Sealing sealing;
    private final Journal journal;
    private final Acceptances acceptances;

    SubmissionService(
            Commands commands,
            Catalogue catalogue,
            Places places,
            Residents residents,
            Requests requests,
            RequestViews views,
            Sealing sealing,
            Journal journal,
            Acceptances acceptances) {
        this.commands = commands;
        this.catalogue = catalogue;
        this.places = places;
        this.residents = residents;
        this.requests = requests;
        this.views = views;
        this.sealing = sealing;
        this.journal = journal;
        this.acceptances = acceptances;
    }

    Uni<RequestView> submit(Submitter submitter, @Nullable String key, SubmissionBody body) {
        return commands.once(
                submitter.subject(),
                key,
                body,
                RequestView.class,
                now -> surroundings(submitter, body)
                        .map(surroundings ->
                                SubmissionRules.decide(body, submitter, surroundings, now, new Complaints()))
                        .chain(submission -> record(submission, now)
                                .map(request -> views.fresh(
                                        request,
                                        submission.contact().description(),
                                        submitter.reader().language()))));
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
                ? residents.profileOf(submitter.subject())
                : Uni.createFrom().item(Profile.EMPTY);
    }

    private Uni<Request> record(Submission submission, Instant now) {
        Request request = submission.request(Ids.next(now), Reference.next(), now);
        String contact = sealing.seal(submission.contact(), request.id().toString());
        return requests.insert(request, contact)
                .chain(unique -> unique
                        ? journal.append(submission.submitted(request))
                                .invoke(() -> acceptances.tell(request))
                                .replaceWith(request)
                        : record(submission, now));
    }
}
