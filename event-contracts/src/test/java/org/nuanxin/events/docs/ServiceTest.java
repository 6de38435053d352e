package org.nuanxin.events.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.Topic;

class ServiceTest {
    /** What a cell's topics begin with, where there are several. */
    static final String CELL = "${nuanxin.topic-prefix:}";

    @ParameterizedTest
    @EnumSource(Service.class)
    void receives_what_its_configuration_listens_to(Service service) throws IOException {
        Path file = Path.of("..", service.fullName(), "src/main/resources/application.properties");
        assumeTrue(Files.exists(file));

        var configuration = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            configuration.load(reader);
        }

        assertThat(service.received().stream().map(Topic::topicName))
                .as("%s against Service.java: mend it, then %s", file, DocumentsTest.REFRESH)
                .containsExactlyInAnyOrderElementsOf(configuration.stringPropertyNames().stream()
                        .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                        .map(configuration::getProperty)
                        .map(topic -> topic.replace(CELL, ""))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void owns_a_topic_alone(Topic topic) {
        assertThat(Arrays.stream(Service.values())
                        .filter(service -> service.sent().contains(topic)))
                .containsExactly(Service.owning(topic));
    }
}
