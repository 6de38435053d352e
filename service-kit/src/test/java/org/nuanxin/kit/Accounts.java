package org.nuanxin.kit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.TimerOwner;
import org.nuanxin.kit.transactions.Sql;

/** A service in miniature: accounts that are counted up by events and by timers. */
@ApplicationScoped
public class Accounts implements TimerOwner<UUID> {
    /** What is taken back in this name, and a timer of this kind, is answered by an event. */
    public static final String ECHO = "echo";

    /** Whatever happens to an account of this id breaks a rule, while the set holds it. */
    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();

    private final Queue<Fired> fired = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> asked = new ConcurrentLinkedQueue<>();

    public record Fired(Timer timer, Instant now) {}

    private final Sql sql;
    private final Journal journal;
    private final Subscription<RequestEvent> requests;

    Accounts(Sql sql, Journal journal, Inbox inbox) {
        this.sql = sql;
        this.journal = journal;
        this.requests = inbox.subscribe(RequestEvent.class, this::credit);
    }

    public static RequestWithdrawn event(UUID account, Instant now) {
        return event(account, 1, now);
    }

    public static RequestWithdrawn event(UUID account, long version, Instant now) {
        return new RequestWithdrawn(account, "community-1", version, "resident-1", now);
    }

    public Set<UUID> broken() {
        return broken;
    }

    public List<Fired> fired(UUID account) {
        return fired.stream().filter(f -> f.timer().subject().equals(account)).toList();
    }

    /** How often the timers have asked for its lock. */
    public long asked(UUID account) {
        return asked.stream().filter(account::equals).count();
    }

    @Incoming("requests")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return requests.take(batch);
    }

    /** What an event does here. */
    public Uni<Void> credit(List<? extends RequestEvent> events, Instant now) {
        refuseBroken(events.stream().map(RequestEvent::requestId));
        return credit(events.stream().map(RequestEvent::requestId).toList())
                .chain(() -> journal.appendAll(events.stream()
                        .filter(event -> event instanceof RequestWithdrawn withdrawn
                                && withdrawn.by().equals(ECHO))
                        .map(event -> new ReopeningAsked(event.requestId(), event.community(), true, ECHO, now))
                        .toList()));
    }

    public Uni<Void> credit(UUID account) {
        return credit(List.of(account));
    }

    public Uni<Void> credit(Collection<UUID> accounts) {
        return sql.update("""
                        insert into account (account_id, balance)
                        select id, count(*) from unnest($1::uuid[]) as a(id) group by id order by id
                        on conflict (account_id) do update set balance = account.balance + excluded.balance
                        """, (Object) Sql.uuids(accounts)).replaceWithVoid();
    }

    public Uni<Long> balance(UUID account) {
        return sql.query("select balance from account where account_id = $1", account)
                .map(rows -> rows.isEmpty() ? 0L : rows.getFirst().longValue(0));
    }

    @Override
    public Uni<Map<UUID, UUID>> lock(Collection<UUID> subjects) {
        asked.addAll(subjects);
        return sql.query(
                        row -> row.uuid(0),
                        "select account_id from account where account_id = any($1) order by account_id for update skip locked",
                        (Object) Sql.uuids(subjects))
                .map(locked -> locked.stream().collect(Collectors.toMap(id -> id, id -> id)));
    }

    @Override
    public Uni<Void> fire(List<Timer> due, Map<UUID, UUID> locked, Instant now) {
        refuseBroken(due.stream().map(Timer::subject));
        due.forEach(timer -> fired.add(new Fired(timer, now)));
        return credit(due.stream().map(Timer::subject).toList())
                .chain(() -> journal.appendAll(due.stream()
                        .filter(timer -> timer.kind().equals(ECHO))
                        .map(timer -> new ReopeningAsked(timer.subject(), "community-1", true, ECHO, now))
                        .toList()));
    }

    private void refuseBroken(Stream<UUID> accounts) {
        if (accounts.anyMatch(broken::contains)) {
            throw new IllegalStateException("a rule is broken");
        }
    }
}
