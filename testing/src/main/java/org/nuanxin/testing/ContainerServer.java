package org.nuanxin.testing;

import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container that is stopped and started, never replaced, so that its data stay. */
abstract sealed class ContainerServer implements Server {
    private final GenericContainer<?> container;
    private final int port = Ports.free();

    ContainerServer(GenericContainer<?> container, int portInside) {
        this.container = container;
        container.setPortBindings(List.of(port + ":" + portInside));
    }

    static final class OfPostgres extends ContainerServer {
        OfPostgres() {
            super(
                    new PostgreSQLContainer(DockerImageName.parse("postgres:17"))
                            .withUsername(Postgres.ADMINISTRATOR)
                            .withPassword(Postgres.ADMINISTRATOR)
                            .withCommand(
                                    "postgres", "-c", "fsync=off", "-c", "max_connections=" + Postgres.MAX_CONNECTIONS),
                    PostgreSQLContainer.POSTGRESQL_PORT);
        }
    }

    static final class OfKafka extends ContainerServer {
        OfKafka() {
            super(
                    new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.2"))
                            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                    9092);
        }
    }

    @Override
    public String address() {
        return container.getHost() + ":" + port;
    }

    @Override
    public synchronized void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public synchronized void stop() {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }
}
