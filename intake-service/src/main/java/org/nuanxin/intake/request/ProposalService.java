package org.nuanxin.intake.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.intake.progress.Progress;
import org.nuanxin.intake.progress.Progresses;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;

/** A resident agrees to the appointment that the holder asks for, or does not. */
@ApplicationScoped
class ProposalService {
    private final Transactions transactions;
    private final OwnRequests own;
    private final Requests requests;
    private final Progresses progresses;
    private final Journal journal;
    private final Timeline timeline;

    ProposalService(
            Transactions transactions,
            OwnRequests own,
            Requests requests,
            Progresses progresses,
            Journal journal,
            Timeline timeline) {
        this.transactions = transactions;
        this.own = own;
        this.requests = requests;
        this.progresses = progresses;
        this.journal = journal;
        this.timeline = timeline;
    }

    Uni<Known> answer(Reader reader, UUID id, boolean agreed) {
        return transactions.run(
                now -> own.lock(reader, id).chain(known -> answer(known, agreed, reader.subject(), now)));
    }

    private Uni<Known> answer(Known known, boolean agreed, String by, Instant now) {
        Appointment proposed = known.progress().proposal();
        if (proposed == null || !proposed.to().isAfter(now)) {
            throw new NothingProposed();
        }
        known.progress().answerProposal();
        if (agreed) {
            Request rebooked = known.request().rebooked(proposed);
            return record(known, rebooked, rebooked.amendment(now));
        }
        Request same = known.request().next();
        return record(known, same, same.proposalDenied(by, now));
    }

    private Uni<Known> record(Known known, Request request, RequestEvent event) {
        Progress progress = known.progress();
        return requests.amend(request, known.contact())
                .chain(() -> progresses.write(Map.of(request.id(), progress)))
                .chain(() -> journal.append(event))
                .chain(() -> timeline.add(event.subject(), event))
                .replaceWith(new Known(request, progress, known.contact(), known.seq() + 1));
    }
}
