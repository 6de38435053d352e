package org.nuanxin.intake.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.nuanxin.intake.progress.Progresses;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.NotFound;

/** Requests that their own people want to change. */
@ApplicationScoped
public class OwnRequests {
    private final Requests requests;
    private final Progresses progresses;

    OwnRequests(Requests requests, Progresses progresses) {
        this.requests = requests;
        this.progresses = progresses;
    }

    /** Locks request and progress, in this order, to the end of the transaction. */
    public Uni<Known> lock(Reader reader, UUID id) {
        return requests.lock(id)
                .map(found -> found.orElseThrow(NotFound::new))
                .chain(known -> progresses
                        .lock(List.of(id))
                        .map(progress -> new Known(
                                known.request(),
                                Objects.requireNonNull(progress.get(id)),
                                known.contact(),
                                known.seq())))
                .invoke(known -> require(reader, known));
    }

    private static void require(Reader reader, Known known) {
        if (!known.readableBy(reader)) {
            throw new NotFound();
        }
        if (!known.request().belongsTo(reader.subject())) {
            throw new Forbidden();
        }
    }
}
