package org.nuanxin.stack.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.nuanxin.stack.start.CannotStart;

/** One Kafka node, broker and controller in one, inside this process. What is in its topics survives a restart. */
final class KafkaBroker implements AutoCloseable {
    private final KafkaRaftServer server;

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    private static boolean isNew(Path folder) {
        return !Files.exists(folder.resolve("data/meta.properties"));
    }

    /** Starts the node as it was left; where it has never been, without topics. */
    static KafkaBroker start(Path folder, Listeners listeners) {
        try {
            Properties settings = settings(folder, listeners);
            if (isNew(folder)) format(folder, settings);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server);
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("Kafka does not start on %s (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    private static void format(Path folder, Properties settings) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        String[] command = {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString()
        };
        StorageTool.execute(command, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static Properties settings(Path folder, Listeners listeners) {
        Map<String, String> settings = new HashMap<>(ONE_SMALL_NODE);
        settings.putAll(listeners.settings());
        settings.put("log.dirs", folder.resolve("data").toString());
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    /**
     * The dedupe buffer alone is 128 MB by default; fifty partitions of offsets take seconds to make; and for the nine seconds
     * of a session the controller waits for a broker that was killed before it lets the next one in.
     */
    private static final Map<String, String> ONE_SMALL_NODE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "2000"),
            Map.entry("broker.session.timeout.ms", "2000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.segment.bytes", "67108864"));

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
