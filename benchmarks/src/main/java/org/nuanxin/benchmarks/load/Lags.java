package org.nuanxin.benchmarks.load;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many events each service has still to read, as Kafka counts them. */
final class Lags implements AutoCloseable {
    private static final long LONGEST_SECONDS = 20;

    private final Admin kafka;

    Lags(String address) {
        this.kafka = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address));
    }

    Map<String, Double> read() throws IOException, InterruptedException {
        Map<String, Double> values = new TreeMap<>();
        try {
            for (String service : Gauges.SERVICES) {
                Map<TopicPartition, OffsetAndMetadata> read = kafka.listConsumerGroupOffsets(service)
                        .partitionsToOffsetAndMetadata()
                        .get(LONGEST_SECONDS, TimeUnit.SECONDS);
                Map<TopicPartition, OffsetSpec> asked =
                        read.keySet().stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
                Map<TopicPartition, ListOffsetsResultInfo> ends =
                        kafka.listOffsets(asked).all().get(LONGEST_SECONDS, TimeUnit.SECONDS);
                values.put(service + " consumer lag", behind(read, ends));
            }
            return values;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Kafka did not tell the offsets", e);
        }
    }

    private static double behind(
            Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        double behind = 0;
        for (var end : ends.entrySet()) {
            OffsetAndMetadata at = read.get(end.getKey());
            if (at != null) behind += end.getValue().offset() - at.offset();
        }
        return behind;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
