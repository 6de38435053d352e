package org.nuanxin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** One Kafka node, broker and controller in one, inside this JVM. */
final class EmbeddedKafka implements Server {
    private final String clusterId = Uuid.randomUuid().toString();
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private final Path folder = Folder.untilExit("nuanxin-kafka", this::stop);
    private @Nullable KafkaRaftServer running;

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public synchronized void start() {
        if (running != null) return;
        Quiet.please();
        Properties settings = settings();
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        running = server;
    }

    @Override
    public synchronized void stop() {
        if (running == null) return;
        running.shutdown();
        running.awaitShutdown();
        running = null;
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("listeners", "BROKER://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort));
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("controlled.shutdown.enable", "false");
        return settings;
    }

    private void format(Properties settings) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Path file = folder.resolve("server.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            String[] format = {"format", "--ignore-formatted", "-t", clusterId, "-c", file.toString()};
            if (StorageTool.execute(format, out) != 0) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
