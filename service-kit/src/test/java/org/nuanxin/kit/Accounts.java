package org.nuanxin.kit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.TimerOwner;
import org.nuanxin.kit.transactions.Sql;

/** A service in miniature: accounts that are counted up by events and by timers. */
@ApplicationScoped
class Accounts implements TimerOwner {
    /** An account of this id breaks a rule whenever an event touches it, while the set holds it. */
    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();

    private final Queue<Fired> fired = new ConcurrentLinkedQueue<>();

    record Fired(Timer timer, Instant now) {}

    private final Sql sql;
    private final Subscription<RequestEvent> requests;

    Accounts(Sql sql, Inbox inbox) {
        this.sql = sql;
        this.requests = inbox.subscribe(RequestEvent.class, this::credit);
    }

    Set<UUID> broken() {
        return broken;
    }

    List<Fired> fired(UUID account) {
        return fired.stream().filter(f -> f.timer().subject().equals(account)).toList();
    }

    @Incoming("requests")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return requests.take(batch);
    }

    private Uni<Void> credit(List<RequestEvent> events, Instant now) {
        if (events.stream().anyMatch(event -> broken.contains(event.requestId()))) {
            throw new IllegalStateException("a rule is broken");
        }
        return credit(events.stream().map(RequestEvent::requestId).sorted().toList());
    }

    Uni<Void> credit(List<UUID> accounts) {
        return sql.update("""
                        insert into account (account_id, balance)
                        select id, count(*) from unnest($1::uuid[]) as a(id) group by id order by id
                        on conflict (account_id) do update set balance = account.balance + excluded.balance
                        """, (Object) Sql.uuids(accounts)).replaceWithVoid();
    }

    Uni<Long> balance(UUID account) {
        return sql.query("select balance from account where account_id = $1", account)
                .map(rows -> rows.isEmpty() ? 0L : rows.getFirst().longValue(0));
    }

    @Override
    public Uni<Set<UUID>> lock(Collection<UUID> subjects) {
        return sql.query(
                        row -> row.uuid(0),
                        "select account_id from account where account_id = any($1) order by account_id for update skip locked",
                        (Object) Sql.uuids(subjects))
                .map(HashSet::new);
    }

    @Override
    public Uni<Void> fire(List<Timer> due, Instant now) {
        due.forEach(timer -> fired.add(new Fired(timer, now)));
        return credit(due.stream().map(Timer::subject).sorted().toList());
    }
}
