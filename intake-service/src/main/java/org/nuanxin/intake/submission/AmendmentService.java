package org.nuanxin.intake.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.intake.place.Places;
import org.nuanxin.intake.request.Known;
import org.nuanxin.intake.request.OwnRequests;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.RequestNotOpen;
import org.nuanxin.intake.request.RequestViews;
import org.nuanxin.intake.request.Requests;
import org.nuanxin.intake.sealing.Sealing;
import org.nuanxin.intake.submission.AmendmentRules.Amended;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;

/** Its own people put a request right. */
@ApplicationScoped
class AmendmentService {
    private final Transactions transactions;
    private final OwnRequests own;
    private final Requests requests;
    private final RequestViews views;
    private final Places places;
    private final Sealing sealing;
    private final Journal journal;
    private final Timeline timeline;

    AmendmentService(
            Transactions transactions,
            OwnRequests own,
            Requests requests,
            RequestViews views,
            Places places,
            Sealing sealing,
            Journal journal,
            Timeline timeline) {
        this.transactions = transactions;
        this.own = own;
        this.requests = requests;
        this.views = views;
        this.places = places;
        this.sealing = sealing;
        this.journal = journal;
        this.timeline = timeline;
    }

    Uni<Known> amend(Reader reader, UUID id, AmendmentBody body) {
        return transactions.run(now -> own.lock(reader, id)
                .chain(known -> decide(known, body, now).chain(amended -> record(known, amended, now))));
    }

    private Uni<Amended> decide(Known known, AmendmentBody body, Instant now) {
        if (!known.progress().status().open()) {
            throw new RequestNotOpen();
        }
        return places.tree().map(tree -> AmendmentRules.decide(known.request(), views.contact(known), body, tree, now));
    }

    private Uni<Known> record(Known known, Amended amended, Instant now) {
        String contact = sealing.seal(amended.contact(), amended.request().id().toString());
        RequestAmended event = amended.request().amendment(now);
        return requests.amend(amended.request(), contact)
                .chain(() -> journal.append(event))
                .chain(() -> timeline.add(event.subject(), event))
                .replaceWith(new Known(amended.request(), known.progress(), contact, known.seq() + 1));
    }
}
