package org.nuanxin.intake.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.intake.progress.Progress;
import org.nuanxin.intake.progress.Progresses;
import org.nuanxin.intake.progress.Status;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Transactions;

/** A resident takes a request back. */
@ApplicationScoped
class WithdrawalService {
    private final Transactions transactions;
    private final OwnRequests own;
    private final Requests requests;
    private final Progresses progresses;
    private final Journal journal;
    private final Timeline timeline;

    WithdrawalService(
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

    /** Taking back what is taken back already changes nothing. */
    Uni<Known> withdraw(Reader reader, UUID id) {
        return transactions.run(now -> own.lock(reader, id)
                .chain(known -> known.progress().status() == Status.WITHDRAWN
                        ? Uni.createFrom().item(known)
                        : withdraw(known, reader.subject(), now)));
    }

    private Uni<Known> withdraw(Known known, String by, Instant now) {
        Progress progress = known.progress();
        if (!progress.status().open()) {
            throw new RequestNotOpen();
        }
        progress.withdraw();
        Request request = known.request().next();
        RequestWithdrawn event = request.withdrawn(by, now);
        return requests.amend(request, known.contact())
                .chain(() -> progresses.write(Map.of(request.id(), progress)))
                .chain(() -> journal.append(event))
                .chain(() -> timeline.add(event.subject(), event))
                .replaceWith(new Known(request, progress, known.contact(), known.seq() + 1));
    }
}
