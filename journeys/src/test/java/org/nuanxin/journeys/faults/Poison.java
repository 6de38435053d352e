package org.nuanxin.journeys.faults;

import static org.nuanxin.journeys.faults.DeliveryFaults.bytes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Messages that nobody can read lie aside, are told of, and hold up nobody but their own subject. */
final class Poison {
    private static final int TOO_MUCH = 5 << 20;

    private record Message(
            String topic,
            String type,
            @Nullable String key,
            @Nullable String value) {}

    private static final List<Message> MESSAGES = List.of(
            new Message("intake.requests.v1", "RequestSubmitted", "community-1", "{\"requestId\": \"no"),
            new Message("intake.requests.v1", "RequestWithdrawn", null, "[]"),
            new Message("dispatch.dispatches.v1", "RequestAssigned", "community-1", "{\"version\": \"seven\"}"),
            new Message("dispatch.dispatches.v1", "RequestClosed", "community-1", null),
            new Message("volunteer.answers.v1", "OfferAccepted", "community-1", "{\"offerId\": 1e400}"),
            new Message("feedback.ratings.v1", "RequestRated", "community-1", "\u0000\uFFFF"),
            new Message("volunteer.volunteers.v1", "VolunteerChanged", "nobody", "{}"));

    private Poison() {}

    static void strike(Fault.Scene scene) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = DeliveryFaults.producer(scene.rig())) {
            for (Message message : MESSAGES) send(producer, message, scene);
            send(producer, new Message("intake.requests.v1", "SomethingOfTomorrow", "community-1", "{}"), scene);
            sendTooMuch(producer);
        }
        scene.street().awaitEnd();
        for (String service : Rig.SERVICES) clearAway(scene, service);
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Message message, Fault.Scene scene)
            throws ExecutionException, InterruptedException {
        String id = UUID.randomUUID().toString();
        scene.street().history().poisoned(id);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                message.topic(),
                message.key() == null ? null : bytes(message.key()),
                message.value() == null ? null : bytes(message.value()));
        record.headers().add("ce_id", bytes(id));
        record.headers().add("ce_type", bytes(message.type()));
        record.headers().add("ce_subject", bytes("poison-" + id));
        producer.send(record).get();
    }

    private static void sendTooMuch(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>("intake.requests.v1", new byte[TOO_MUCH]))
                    .get();
            throw new IllegalStateException("Kafka took five megabytes");
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof RecordTooLargeException)) throw new IllegalStateException(refused);
        }
    }

    /** An operator reads the figure that raises the alarm, looks, and discards. */
    private static void clearAway(Fault.Scene scene, String service) {
        long expected = MESSAGES.stream()
                .filter(message -> Told.READERS.getOrDefault(service, List.of()).contains(message.topic()))
                .count();
        Store store = scene.rig().store(service);
        Wait.that(
                service + " to put aside what it cannot read",
                () -> waiting(store).size() == expected);
        Wait.that(service + " to tell of it", () -> figure(scene.rig(), service) == expected);
        for (String id : waiting(store)) {
            Person administrator = scene.street().administrator();
            JsonNode said = administrator.ok("DELETE", "/dead-letters/" + service + "/" + id, "");
            if (said.has("title")) throw new IllegalStateException(said.toString());
        }
    }

    private static List<String> waiting(Store store) {
        return new ArrayList<>(store.rows("select event_id from dead_letter where replayed_at is null"));
    }

    private static double figure(Rig rig, String service) {
        String metrics = Calls.call("GET", rig.url("/" + service + "/q/metrics"), "", new HashMap<>())
                .text();
        return metrics.lines()
                .filter(line -> line.startsWith("nuanxin_dead_letters ") || line.startsWith("nuanxin_dead_letters{"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(-1);
    }
}
