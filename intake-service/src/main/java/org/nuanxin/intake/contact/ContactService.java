package org.nuanxin.intake.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.intake.request.Contact;
import org.nuanxin.intake.request.Known;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.RequestViews;
import org.nuanxin.intake.request.Requests;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Shows contacts, and writes down who saw them. */
@ApplicationScoped
class ContactService {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final Requests requests;
    private final RequestViews views;
    private final Timeline timeline;
    private final Sql sql;

    ContactService(Transactions transactions, Requests requests, RequestViews views, Timeline timeline, Sql sql) {
        this.transactions = transactions;
        this.requests = requests;
        this.views = views;
        this.timeline = timeline;
        this.sql = sql;
    }

    Uni<Contact> look(Reader reader, UUID id) {
        return find(id).map(found -> found.orElseThrow(NotFound::new))
                .chain(known -> ContactRules.shows(known, reader) || !ContactRules.mayComeToHold(known, reader)
                        ? Uni.createFrom().item(known)
                        : awaitHolding(reader, known))
                .chain(known -> show(reader, ContactRules.require(known, reader)));
    }

    private Uni<Known> awaitHolding(Reader reader, Known known) {
        UUID id = known.request().id();
        return timeline.await(
                        id.toString(),
                        PATIENCE,
                        () -> find(id).map(found -> found.filter(newer -> ContactRules.shows(newer, reader))))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : inVain(reader, known));
    }

    private Uni<Known> inVain(Reader reader, Known before) {
        return find(before.request().id())
                .map(found -> found.orElse(before))
                .onItem()
                .failWith(known -> ContactRules.inVain(known, reader));
    }

    private Uni<Contact> show(Reader reader, Known known) {
        return transactions.run(now -> sql.update(
                        "insert into contact_look (request_id, subject, client, at) values ($1, $2, $3, $4)",
                        known.request().id(),
                        reader.subject(),
                        reader.client(),
                        now)
                .map(_ -> views.contact(known)));
    }

    private Uni<Optional<Known>> find(UUID id) {
        return transactions.read(() -> requests.find(id));
    }
}
