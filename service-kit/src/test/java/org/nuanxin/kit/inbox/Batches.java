package org.nuanxin.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Batches as a consumer is handed them. */
final class Batches {
    private static final AtomicLong OFFSETS = new AtomicLong();

    private Batches() {}

    @SafeVarargs
    static ConsumerRecords<String, String> of(ProducerRecord<String, String>... sent) {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        for (var record : sent) {
            records.add(record);
        }
        return of(records);
    }

    static ConsumerRecords<String, String> of(List<ProducerRecord<String, String>> sent) {
        List<ConsumerRecord<String, String>> received = new ArrayList<>();
        for (ProducerRecord<String, String> record : sent) {
            received.add(received(record, OFFSETS.getAndIncrement()));
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition(sent.getFirst().topic(), 0), received), Map.of());
    }

    static ProducerRecord<String, String> with(
            ProducerRecord<String, String> record, @Nullable String key, @Nullable String value) {
        return new ProducerRecord<>(record.topic(), null, key, value, record.headers());
    }

    static ProducerRecord<String, String> without(ProducerRecord<String, String> record, String header) {
        record.headers().remove(header);
        return record;
    }

    static ProducerRecord<String, String> saying(
            ProducerRecord<String, String> record, String header, @Nullable String value) {
        Headers headers = record.headers().remove(header);
        headers.add(header, value == null ? null : value.getBytes(UTF_8));
        return record;
    }

    private static ConsumerRecord<String, String> received(ProducerRecord<String, String> record, long offset) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
