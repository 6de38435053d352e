package org.nuanxin.kit.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.nuanxin.kit.Waiting.SOON;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Event;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.ServiceDatabase;
import org.nuanxin.kit.transactions.Connections;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** A timeline, written by one instance and followed at two, … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class TimelineTest {
    @Inject
    Vertx vertx;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Pool pool;

    @Inject
    Connections connections;

    @Inject
    Timeline timeline;

    @Inject
    Accounts accounts;

    @Inject
    ServiceDatabase database;

    String subject = UUID.randomUUID().toString();
    List<Long> seen = new CopyOnWriteArrayList<>();
    OtherInstances line;
    Signals signals;
    Timeline elsewhere;

    @BeforeEach
    void start() {
        line = new OtherInstances(vertx, connections);
        signals = new Signals(vertx, pool, line);
        elsewhere = new Timeline(transactions, pool, signals);
    }

    @AfterEach
    void stop() {
        signals.stop(new ShutdownEvent());
    }

    @Test
    void is_numbered_without_gaps_in_the_order_of_commits() {
        write(300, 16);

        assertThat(get(timeline.entries(subject, 0, 1000)))
                .extracting(TimelineEntry::seq)
                .containsExactlyElementsOf(upTo(300));
        assertThat(get(timeline.head(subject))).isEqualTo(300);
    }

    @Test
    void keeps_the_order_of_several_entries_of_one_transaction() {
        get(transactions.run(now -> add(1).chain(() -> add(2)).chain(() -> add(3))));
        get(transactions.run(now -> add(4)));

        assertThat(get(timeline.entries(subject, 1, 2)))
                .extracting(TimelineEntry::seq, TimelineTest::version)
                .containsExactly(tuple(2L, "2"), tuple(3L, "3"));
    }

    @Test
    void holds_what_belongs_to_two_subjects_once_and_numbers_it_in_each() throws SQLException {
        String board = "board:" + subject;
        String other = UUID.randomUUID().toString();
        Function<Event, List<String>> stories = event -> List.of(event.subject(), board);
        get(transactions.run(now -> timeline.addAll(List.of(event(subject, 1), event(other, 2)), stories)));
        get(transactions.run(now -> timeline.addAll(List.of(event(subject, 3)), stories)));

        assertThat(get(timeline.entries(board, 0, 10)))
                .extracting(TimelineEntry::seq, TimelineTest::version)
                .containsExactly(tuple(1L, "1"), tuple(2L, "2"), tuple(3L, "3"));
        assertThat(get(timeline.entries(subject, 1, 10)))
                .extracting(TimelineEntry::seq, TimelineTest::version)
                .containsExactly(tuple(2L, "3"));
        assertThat(database.number("select count(*) from timeline where also = '%s'".formatted(board)))
                .isEqualTo(3);
    }

    @Test
    void tells_each_of_many_subjects_the_same() {
        List<String> many =
                List.of(subject, subject + "b", subject + "\uD83D\uDE00", subject + "\uFF5E", subject + "e");
        get(transactions.run(now -> timeline.addAll(List.of(event(subject, 1), event(subject, 2)), _ -> many)));

        assertThat(many)
                .allSatisfy(one -> assertThat(get(timeline.entries(one, 0, 10)))
                        .extracting(TimelineEntry::seq, TimelineTest::version)
                        .containsExactly(tuple(1L, "1"), tuple(2L, "2")));
    }

    @Test
    void misses_nothing_across_reconnects_from_one_instance_to_the_other_while_it_is_written() {
        signals.start(new StartupEvent());
        AtomicLong last = new AtomicLong();
        var writing = writing(400, 8).subscribeAsCompletionStage();

        for (int i = 0; last.get() < 400; i++) {
            long enough = Math.min(400, last.get() + 7);
            Cancellable stream = (i % 2 == 0 ? timeline : elsewhere)
                    .live(subject, last.get())
                    .onItem()
                    .invoke(entry -> {
                        seen.add(entry.seq());
                        last.set(entry.seq());
                    })
                    .select()
                    .where(entry -> entry.seq() == enough)
                    .select()
                    .first()
                    .subscribe()
                    .with(_ -> {});
            until(() -> last.get() >= enough);
            stream.cancel();
        }

        writing.join();
        assertThat(seen.stream().distinct()).containsExactlyElementsOf(upTo(400));
    }

    @Test
    void is_told_to_other_instances() {
        line.listen(signals::wake);
        var stream = follow(elsewhere);

        untilFollowed();

        stream.cancel();
    }

    @Test
    void is_told_to_other_instances_again_after_the_line_broke() throws SQLException {
        line.listen(signals::wake);
        var stream = follow(elsewhere);
        untilFollowed();

        database.terminate("query like 'listen timeline%' or query like '%pg_notify(%'");

        untilFollowed();
        stream.cancel();
    }

    @Test
    void is_found_by_the_safety_net_when_no_signal_comes() {
        line = new OtherInstances(vertx, connections) {
            @Override
            void listen(ObjLongConsumer<String> deaf) {}
        };
        signals = new Signals(vertx, pool, line);
        signals.start(new StartupEvent());
        var stream = follow(new Timeline(transactions, pool, signals));

        get(transactions.run(now -> add(1)));

        until(() -> seen.size() == 1);
        stream.cancel();
    }

    @Test
    void is_told_however_much_has_changed_at_once() {
        line.listen(signals::wake);
        String longest = "x".repeat(200);
        AtomicInteger woken = new AtomicInteger();
        List<Signals.Watch> watches = IntStream.range(0, 300)
                .mapToObj(i -> signals.watch(longest + i + subject, Signals.UNKNOWN))
                .toList();
        watches.forEach(watch -> watch.changed(SOON).subscribe().with(head -> woken.addAndGet(head == 1 ? 1 : 0)));
        untilTold();

        get(transactions.run(now -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (int i = 0; i < 300; i++) {
                String one = longest + i + subject;
                all = all.chain(() -> timeline.add(one, Accounts.event(UUID.randomUUID(), Instant.EPOCH)));
            }
            return all;
        }));

        until(() -> woken.get() == 300);
    }

    @Test
    void goes_only_as_fast_as_its_follower() {
        write(500, 1);
        var slow = timeline.live(subject, 0).subscribe().withSubscriber(AssertSubscriber.<TimelineEntry>create(3));

        until(() -> slow.getItems().size() == 3);
        for (int i = 0; i < 497; i++) {
            slow.request(1);
        }

        slow.awaitItems(500);
        assertThat(slow.getItems()).extracting(TimelineEntry::seq).containsExactlyElementsOf(upTo(500));
        slow.cancel();
    }

    @Test
    void is_forgotten_by_who_no_longer_follows_it() {
        signals.start(new StartupEvent());
        var stream = follow(elsewhere);
        var waiting = elsewhere
                .await(subject, Duration.ofMinutes(1), () -> Uni.createFrom().item(Optional.empty()))
                .subscribe()
                .with(_ -> {});
        until(() -> signals.watching() == 2);

        stream.cancel();
        waiting.cancel();

        until(() -> signals.watching() == 0);
    }

    @Test
    void lets_go_whoever_follows_it_where_its_instance_is_about_to_end() {
        write(3, 1);
        AssertSubscriber<Long> follower = Heartbeat.beside(
                        elsewhere.live(subject, 0).map(TimelineEntry::seq),
                        Multi.createFrom().ticks().startingAfter(SOON).every(SOON))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        follower.awaitItems(3, SOON);

        signals.bowOut(new ShutdownDelayInitiatedEvent());

        follower.awaitCompletion(SOON).assertItems(1L, 2L, 3L);
        AssertSubscriber<TimelineEntry> late =
                elsewhere.live(subject, 3).subscribe().withSubscriber(AssertSubscriber.create(1));
        late.awaitCompletion(SOON).assertHasNotReceivedAnyItem();
        assertThat(get(elsewhere.await(subject, SOON, () -> Uni.createFrom().item(Optional.empty()))))
                .isEmpty();
    }

    @Test
    void is_waited_for_until_it_says_what_is_looked_for() {
        UUID account = UUID.fromString(subject);
        var third = timeline.await(
                        subject,
                        SOON,
                        () -> transactions
                                .read(() -> accounts.balance(account))
                                .map(balance -> Optional.of(balance).filter(high -> high >= 3)))
                .subscribeAsCompletionStage();

        for (int i = 0; i < 3; i++) {
            get(transactions.run(now -> accounts.credit(account).chain(() -> add(1))));
        }

        assertThat(third.join()).contains(3L);
    }

    @Test
    void is_waited_for_no_longer_than_wanted() {
        assertThat(get(timeline.await(
                        subject, Duration.ofMillis(50), () -> Uni.createFrom().item(Optional.empty()))))
                .isEmpty();
    }

    @Test
    void is_waited_for_no_longer_than_said_however_short_that_is() {
        Optional<String> found = get(timeline.await(
                "nobody-" + UUID.randomUUID(),
                Duration.ofNanos(999_999),
                () -> Uni.createFrom().item(Optional.empty())));

        assertThat(found).isEmpty();
    }

    @Test
    void wakes_who_has_seen_less_only() {
        Signals.Watch seenAll = signals.watch(subject, 5);
        Signals.Watch seenLess = signals.watch(subject, 4);
        Signals.Watch seenUnknown = signals.watch(subject, Signals.UNKNOWN);

        signals.wake(subject, 5);

        assertThat(get(seenLess.changed(SOON))).isEqualTo(5);
        assertThat(get(seenUnknown.changed(SOON))).isEqualTo(5);
        signals.wake(subject, 6);
        assertThat(get(seenAll.changed(SOON))).isEqualTo(6);
    }

    private Cancellable follow(Timeline at) {
        return at.live(subject, 0).subscribe().with(entry -> seen.add(entry.seq()));
    }

    /** Until the follower, who has no safety net, has seen one more entry than before. */
    private void untilFollowed() {
        int before = seen.size();
        until(() -> {
            get(transactions.run(now -> add(1)));
            return seen.size() > before;
        });
    }

    private void untilTold() {
        var stream = follow(elsewhere);
        untilFollowed();
        stream.cancel();
    }

    private void write(int many, int writers) {
        get(writing(many, writers));
    }

    private Uni<Void> writing(int many, int writers) {
        return Uni.join()
                .all(IntStream.range(0, many)
                        .mapToObj(n -> transactions.run(now -> add(n)))
                        .toList())
                .usingConcurrencyOf(writers)
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> add(long version) {
        return timeline.add(subject, event(subject, version));
    }

    private static RequestWithdrawn event(String about, long version) {
        return Accounts.event(UUID.fromString(about), version, Instant.EPOCH);
    }

    private static String version(TimelineEntry entry) {
        return entry.data().replaceAll(".*\"version\":(\\d+).*", "$1");
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
