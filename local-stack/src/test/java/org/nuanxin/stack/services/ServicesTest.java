package org.nuanxin.stack.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.start.CannotStart;

class ServicesTest {
    @TempDir
    Path checkout;

    @Test
    void are_missed_by_name_with_the_way_to_build_them() throws IOException {
        for (Service built : List.of(Service.INTAKE, Service.DISPATCH)) {
            Path jar = built.jar(checkout);
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }

        assertThatThrownBy(() -> Services.requireBuilt(checkout))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Not built yet: volunteer-service, feedback-service. Run ./mvnw -DskipTests package "
                        + "-pl volunteer-service,feedback-service -am in %s.".formatted(checkout));
    }

    @Test
    void are_told_their_port_their_database_and_whom_to_believe() {
        ServiceSettings settings = oneOfEach(new Ways(9080, 9085, 9086, 0));

        assertThat(settings.environment(new Instance(Service.DISPATCH, 1)))
                .containsEntry("QUARKUS_HTTP_PORT", "9082")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:9085/dispatch")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:9085/dispatch")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "dispatch")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9086")
                .containsEntry("NUANXIN_ISSUER", "http://localhost:9080")
                .containsEntry("NUANXIN_TIME_SCALE", "60")
                .containsEntry("NUANXIN_WEBHOOK_ALLOW", "localhost,127.0.0.0/8,::1/128")
                .doesNotContainKeys("NUANXIN_CONTACT_KEY", "NUANXIN_TOPIC_PREFIX", "QUARKUS_SHUTDOWN_DELAY");
        assertThat(settings.environment(new Instance(Service.INTAKE, 1))).containsEntry("NUANXIN_CONTACT_KEY", "a-key");
    }

    @Test
    void share_a_database_and_bow_out_before_they_end_where_there_are_several_of_each() {
        ServiceSettings settings = new ServiceSettings(
                checkout,
                new Ways(9080, 9085, 9086, 0),
                2,
                Optional.of(Path.of("/earlier")),
                Optional.of("localhost:7086"),
                "east.",
                "http://localhost:9080",
                "a-key",
                "60",
                List.of());

        assertThat(settings.environment(new Instance(Service.DISPATCH, 2)))
                .containsEntry("QUARKUS_HTTP_PORT", "9092")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:9085/dispatch")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:7086")
                .containsEntry("NUANXIN_TOPIC_PREFIX", "east.")
                .containsKeys("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT");
        assertThat(settings.jar(new Instance(Service.DISPATCH, 1))).isEqualTo(Service.DISPATCH.jar(checkout));
        assertThat(settings.jar(new Instance(Service.DISPATCH, 2)))
                .isEqualTo(Service.DISPATCH.jar(Path.of("/earlier")));
        assertThat(Instance.all(2))
                .extracting(Instance::name)
                .startsWith("intake", "dispatch")
                .endsWith("feedback-2");
    }

    @Test
    void meet_whatever_stands_between_them_and_the_others_each_at_ports_of_its_own() {
        Ways ways = new Ways(9080, 9085, 9086, 9100);
        ServiceSettings settings = oneOfEach(ways);
        Instance dispatch = new Instance(Service.DISPATCH, 1);

        assertThat(settings.environment(dispatch))
                .containsEntry("QUARKUS_HTTP_PORT", "9082")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:9102/dispatch")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "localhost:9106");
        assertThat(ways.to(dispatch)).isEqualTo(9110);
        assertThat(ways.listeners()).containsEntry(9114, 9106).hasSize(4);
    }

    private ServiceSettings oneOfEach(Ways ways) {
        return new ServiceSettings(
                checkout,
                ways,
                1,
                Optional.empty(),
                Optional.empty(),
                "",
                "http://localhost:9080",
                "a-key",
                "60",
                List.of());
    }
}
