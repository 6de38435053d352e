package org.nuanxin.testing;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;

/** Sends to the topics and sees what has been sent since the probe was opened. For one thread. */
public final class KafkaProbe implements AutoCloseable {
    private static final String BROKEN_BODY = "{\"requestId\": \"12";

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    private KafkaProbe() {
        String servers = Stores.kafka().bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer());
        consumer.assign(Arrays.stream(Topic.values())
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList());
    }

    /** Sees only what is sent from now on: the tests of a JVM share the topics. */
    public static KafkaProbe fromNow() {
        var probe = new KafkaProbe();
        probe.consumer.endOffsets(probe.consumer.assignment()).forEach(probe.consumer::seek);
        return probe;
    }

    /** Sees all that is in the topics. */
    public static KafkaProbe fromStart() {
        var probe = new KafkaProbe();
        probe.consumer.seekToBeginning(probe.consumer.assignment());
        return probe;
    }

    /** The event as a service would send it. The same record sent twice is one event delivered twice. */
    public static ProducerRecord<String, String> record(Event event) {
        return record(event, event.getClass().getSimpleName(), EventJson.write(event));
    }

    /** Of a type that no contract knows yet. */
    public static ProducerRecord<String, String> ofUnknownType(Event event) {
        return record(event, "SomethingNewHappened", EventJson.write(event));
    }

    /** With a body that cannot be read. */
    public static ProducerRecord<String, String> withBrokenBody(Event event) {
        return record(event, event.getClass().getSimpleName(), BROKEN_BODY);
    }

    public void send(Event... events) {
        for (Event event : events) send(record(event));
    }

    /** Returns once the broker has it. */
    public void send(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What is in the topic by now, partition by partition in its order. */
    public List<ConsumerRecord<String, String>> records(Topic topic) {
        catchUp();
        return seen.stream()
                .filter(record -> record.topic().equals(topic.topicName()))
                .toList();
    }

    /** The events by now of this type, which is a record, the contract of a topic, or {@link Event} for all. */
    public <E extends Event> List<E> events(Class<E> type) {
        catchUp();
        return seen.stream()
                .flatMap(KafkaProbe::read)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The first such event, when it has come. */
    public <E extends Event> E awaitEvent(Class<E> type, Predicate<? super E> which) {
        return awaitEvents(type, which, 1).getFirst();
    }

    /** All such events, when at least so many have come. */
    public <E extends Event> List<E> awaitEvents(Class<E> type, Predicate<? super E> which, int count) {
        return await(type.getSimpleName())
                .atMost(Duration.ofSeconds(20))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events(type).stream().filter(which).toList(), found -> found.size() >= count);
    }

    /** A CloudEvents attribute of a record, such as {@code ce_id}. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
    }

    private static Stream<Event> read(ConsumerRecord<String, String> record) {
        String type = header(record, "ce_type");
        return record.value().equals(BROKEN_BODY)
                ? Stream.empty()
                : Topic.named(record.topic()).orElseThrow().types().stream()
                        .filter(known -> known.getSimpleName().equals(type))
                        .map(known -> EventJson.read(record.value(), known.asSubclass(Event.class)));
    }

    private static ProducerRecord<String, String> record(Event event, String type, String body) {
        String topic = Topic.of(event).topicName();
        var record = new ProducerRecord<>(topic, event.key(), body);
        Map<String, String> headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                topic.substring(0, topic.indexOf('.')) + "-service",
                "ce_subject",
                event.subject(),
                "ce_time",
                event.at().toString(),
                "content-type",
                "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
