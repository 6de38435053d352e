package org.nuanxin.kit.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The one producer of a service: idempotent, waits for every in-sync replica, and never gives up on a record it has taken. */
@ApplicationScoped
class Broker {
    private static final int LATER_THAN_ALL = 10_000;

    private final Vertx vertx;
    private final String servers;
    private final String topicPrefix;
    private @Nullable KafkaProducer<String, String> producer;

    Broker(
            Vertx vertx,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "nuanxin.topic-prefix") Optional<String> topicPrefix) {
        this.vertx = vertx;
        this.servers = servers;
        this.topicPrefix = topicPrefix.orElse("");
    }

    /** Completes when every record has been acknowledged. Stops at the first it cannot take, so that none overtakes it. */
    Uni<Void> send(List<JournalRow> rows) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> handOver(rows), false)
                        .compose(
                                acknowledgements -> Future.all(acknowledgements).<Void>mapEmpty())
                        .toCompletionStage());
    }

    private List<Future<Void>> handOver(List<JournalRow> rows) {
        KafkaProducer<String, String> open = producer();
        List<Future<Void>> acknowledgements = new ArrayList<>(rows.size());
        for (JournalRow row : rows) {
            Promise<Void> acknowledged = Promise.promise();
            var _ = open.send(row.asRecord(topicPrefix), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete();
                } else {
                    acknowledged.fail(open.equals(current()) ? failure : new Abandoned(failure));
                }
            });
            acknowledgements.add(acknowledged.future());
            if (acknowledged.future().failed()) {
                break;
            }
        }
        // in one piece: what was committed together is read together; on a thread of its own, since it waits for Kafka
        Thread.ofVirtual().name("flush").start(open::flush);
        return acknowledgements;
    }

    /**
     * Drops what has not been acknowledged, when the lead is lost: its next holder sends it again, and two must not send side by
     * side.
     */
    synchronized void abandon() {
        KafkaProducer<String, String> old = producer;
        producer = null;
        if (old != null) {
            var _ = vertx.executeBlocking(
                    () -> {
                        old.close(Duration.ZERO);
                        return true;
                    },
                    false);
        }
    }

    /** What was under way when the lead was lost. */
    private static final class Abandoned extends RetriableException {
        Abandoned(Throwable cause) {
            super("no longer the sender", cause);
        }
    }

    private synchronized @Nullable KafkaProducer<String, String> current() {
        return producer;
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                // giving up on one record while later ones go on would turn their order round
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000);
    }

    synchronized void close(@Observes @Priority(LATER_THAN_ALL) ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
