package org.nuanxin.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** The inbox … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class InboxTest {
    static final Patience HASTY = new Patience(Duration.ofMillis(1), Duration.ofMillis(1));

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Marks marks;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Replay replay;

    @Inject
    Accounts accounts;

    @Inject
    MeterRegistry metrics;

    UUID broken = UUID.randomUUID();
    UUID sound = UUID.randomUUID();

    @AfterEach
    void mend() {
        accounts.broken().clear();
        get(transactions.run(
                now -> sql.update("update dead_letter set replayed_at = now() where replayed_at is null")));
    }

    @Test
    void takes_the_events_of_its_cell_whatever_their_topic_is_called_there() {
        var sent = event(sound);
        var east = new ProducerRecord<>("east." + sent.topic(), null, sent.key(), sent.value(), sent.headers());

        take(Batches.of(east));

        assertThat(balance(sound)).isEqualTo(1);
    }

    @Test
    void lets_what_is_delivered_twice_take_effect_once() {
        var once = Batches.of(event(sound));

        take(once, once);

        assertThat(balance(sound)).isEqualTo(1);
    }

    @Test
    void lets_what_stands_twice_in_a_batch_take_effect_once() {
        var event = event(sound);

        take(Batches.of(event, event));

        assertThat(balance(sound)).isEqualTo(1);
    }

    @Test
    void lets_what_two_instances_are_handed_at_once_take_effect_once() {
        List<ProducerRecord<String, String>> events =
                IntStream.range(0, 50).mapToObj(_ -> event(sound)).toList();
        List<Uni<Void>> instances = IntStream.range(0, 6)
                .mapToObj(_ -> subscription(accounts::credit).take(Batches.of(events)))
                .toList();

        get(Uni.join().all(instances).andFailFast());

        assertThat(balance(sound)).isEqualTo(50);
    }

    @Test
    void forgets_the_mark_when_the_effect_is_rolled_back() {
        AtomicInteger attempts = new AtomicInteger();
        var flaky = subscription((events, now) -> accounts.credit(events, now).chain(() -> {
            return attempts.incrementAndGet() == 1 ? away() : Uni.createFrom().voidItem();
        }));

        get(flaky.take(Batches.of(event(sound))));

        assertThat(attempts).hasValue(2);
        assertThat(balance(sound)).isEqualTo(1);
    }

    @Test
    void waits_for_a_store_that_is_away_as_long_as_it_takes_and_buries_nothing() {
        AtomicInteger attempts = new AtomicInteger();
        var outage = subscription(
                (events, now) -> attempts.incrementAndGet() <= 1000 ? away() : accounts.credit(events, now));

        get(outage.take(Batches.of(event(sound), event(broken))));

        assertThat(attempts).hasValue(1001);
        assertThat(balance(sound)).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void goes_on_waiting_when_the_store_goes_away_while_a_batch_is_taken_apart() {
        AtomicInteger attempts = new AtomicInteger();
        accounts.broken().add(broken);
        var outage = subscription(
                (events, now) -> attempts.incrementAndGet() % 3 == 2 ? away() : accounts.credit(events, now));

        get(outage.take(Batches.of(event(sound), event(broken), event(sound))));

        assertThat(balance(sound)).isEqualTo(2);
        assertThat(waiting()).extracting(Arrival::subject).containsExactly(broken.toString());
    }

    @Test
    void buries_what_breaks_a_rule_and_lets_the_rest_of_its_batch_go_on() {
        accounts.broken().add(broken);

        take(Batches.of(event(sound), event(broken), event(sound)), Batches.of(event(sound)));

        assertThat(balance(sound)).isEqualTo(3);
        assertThat(balance(broken)).isZero();
        assertThat(waiting()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo(broken.toString());
            assertThat(letter.payload()).contains(broken.toString());
        });
    }

    @Test
    void lets_later_events_of_a_buried_one_wait_behind_it() {
        accounts.broken().add(broken);
        take(Batches.of(event(broken)));
        accounts.broken().clear();

        take(Batches.of(event(broken), event(sound)));

        assertThat(balance(broken)).isZero();
        assertThat(balance(sound)).isEqualTo(1);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void replays_in_order_when_the_cause_is_mended() {
        List<Long> order = new ArrayList<>();
        accounts.broken().add(broken);
        var ordered = subscription((events, now) ->
                accounts.credit(events, now).invoke(() -> events.forEach(event -> order.add(event.version()))));
        get(ordered.take(Batches.of(event(broken, 1), event(broken, 2))));
        get(ordered.take(Batches.of(event(broken, 3))));
        accounts.broken().clear();

        assertThat(get(replaying(ordered).replay(null)).replayed()).isEqualTo(3);

        assertThat(order).containsExactly(1L, 2L, 3L);
        assertThat(balance(broken)).isEqualTo(3);
        assertThat(waiting()).isEmpty();
        get(ordered.take(Batches.of(event(broken, 4))));
        assertThat(order).endsWith(4L);
    }

    @Test
    void replays_no_further_in_a_subject_than_works_but_all_the_others() {
        accounts.broken().addAll(List.of(broken, sound));
        take(Batches.of(event(broken), event(broken), event(sound)));
        accounts.broken().remove(sound);

        Replay.Outcome outcome = get(replay.replay(null));

        assertThat(outcome.replayed()).isEqualTo(1);
        assertThat(outcome.stuck()).containsExactly(broken.toString());
        assertThat(balance(broken)).isZero();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void replays_once_however_many_ask_for_it() {
        accounts.broken().add(broken);
        take(Batches.of(event(broken), event(broken)));
        accounts.broken().clear();

        var all = Stream.generate(() -> replay.replay(null)).limit(5).toList();
        get(Uni.join().all(all).andFailFast());

        assertThat(balance(broken)).isEqualTo(2);
    }

    @Test
    void leaves_nothing_behind_that_arrives_during_a_replay() {
        accounts.broken().add(broken);
        take(Batches.of(event(broken)));
        accounts.broken().clear();
        List<Uni<?>> all = new ArrayList<>(List.of(replay.replay(broken.toString())));
        for (int i = 0; i < 30; i++) {
            all.add(subscription(accounts::credit).take(Batches.of(event(broken))));
        }

        get(Uni.combine().all().unis(all).discardItems());

        until(() -> get(replay.replay(null)).replayed() == 0);
        assertThat(balance(broken)).isEqualTo(31);
        assertThat(waiting()).isEmpty();
    }

    static Stream<Arguments> unreadable() {
        Function<String, Function<ProducerRecord<String, String>, ProducerRecord<String, String>>> body =
                text -> event -> Batches.with(event, event.key(), text);
        return Stream.of(
                Arguments.of("broken JSON", body.apply("{\"requestId\": \"12")),
                Arguments.of("no JSON at all", body.apply("none")),
                Arguments.of("an empty text", body.apply("")),
                Arguments.of("the word null", body.apply("null")),
                Arguments.of("a list", body.apply("[]")),
                Arguments.of("an empty object", body.apply("{}")),
                Arguments.of("a wrong type", body.apply("{\"requestId\": 12, \"version\": \"new\"}")),
                Arguments.of("a NUL", body.apply("{\"requestId\": \"\0\"}")),
                Arguments.of("depth", body.apply("[".repeat(100_000))),
                Arguments.of("no value", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.with(event, event.key(), null)),
                Arguments.of("no type", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.without(event, "ce_type")),
                Arguments.of("an empty type", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.saying(event, "ce_type", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void buries_what_cannot_be_read(
            String what, Function<ProducerRecord<String, String>, ProducerRecord<String, String>> spoilt) {
        take(Batches.of(event(sound), spoilt.apply(event(broken)), event(broken), event(sound)));

        assertThat(balance(sound)).isEqualTo(2);
        assertThat(balance(broken)).isZero();
        assertThat(waiting())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.subject()).isEqualTo(broken.toString()));
        assertThat(get(replay.replay(null)).stuck()).containsExactly(broken.toString());
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("key", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.with(event, null, event.value())),
                Arguments.of("id", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.without(event, "ce_id")),
                Arguments.of("proper id", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.saying(event, "ce_id", "1234")),
                Arguments.of(
                        "value of its id", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                                event -> Batches.saying(event, "ce_id", null)),
                Arguments.of("subject", (Function<ProducerRecord<String, String>, ProducerRecord<String, String>>)
                        event -> Batches.without(event, "ce_subject")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void takes_an_event_once_that_has_no(
            String what, Function<ProducerRecord<String, String>, ProducerRecord<String, String>> without) {
        var batch = Batches.of(without.apply(event(sound)));

        take(batch, batch);

        assertThat(balance(sound)).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void buries_under_a_subject_that_can_be_stored() {
        take(Batches.of(Batches.saying(
                KafkaProbe.withBrokenBody(Accounts.event(broken, Instant.EPOCH)), "ce_subject", "a\0b")));

        assertThat(waiting()).singleElement().extracting(Arrival::subject).isEqualTo("a\uFFFDb");
    }

    @Test
    void skips_a_type_it_does_not_know() {
        take(Batches.of(KafkaProbe.ofUnknownType(Accounts.event(broken, Instant.EPOCH)), event(broken)));

        assertThat(balance(broken)).isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void counts_what_waits() {
        double before = metrics.get("nuanxin.dead.letters.parked").counter().count();
        accounts.broken().add(broken);

        take(Batches.of(event(broken), event(broken)));

        until(() -> metrics.get("nuanxin.dead.letters").gauge().value() == 2);
        assertThat(metrics.get("nuanxin.dead.letters.parked").counter().count()).isEqualTo(before + 2);
        accounts.broken().clear();
        get(replay.replay(null));
        until(() -> metrics.get("nuanxin.dead.letters").gauge().value() == 0);
    }

    private ProducerRecord<String, String> event(UUID account) {
        return event(account, 1);
    }

    private ProducerRecord<String, String> event(UUID account, long version) {
        return KafkaProbe.record(Accounts.event(account, version, Instant.EPOCH));
    }

    @SafeVarargs
    private void take(org.apache.kafka.clients.consumer.ConsumerRecords<String, String>... batches) {
        for (var batch : batches) {
            get(subscription(accounts::credit).take(batch));
        }
    }

    private Subscription<RequestEvent> subscription(Inbox.Handler<RequestEvent> handler) {
        return new Subscription<>(Topic.REQUESTS, RequestEvent.class, handler, transactions, marks, deadLetters, HASTY);
    }

    /** A replay to this subscription alone. */
    private Replay replaying(Subscription<RequestEvent> to) {
        Inbox inbox = new Inbox(transactions, marks, deadLetters) {
            @Override
            Subscription<?> subscription(Topic topic) {
                return to;
            }
        };
        return new Replay(transactions, inbox, deadLetters);
    }

    private List<Arrival> waiting() {
        return get(transactions.read(() -> deadLetters.next(null, List.of())));
    }

    private long balance(UUID account) {
        return get(transactions.read(() -> accounts.balance(account)));
    }

    private static Uni<Void> away() {
        return Uni.createFrom().failure(new ConnectException("PostgreSQL is away"));
    }
}
