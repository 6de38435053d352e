package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample is what has been sent and may be sent again: where a test here fails, old events in the topics cannot be read. */
class SamplesTest {
    static final Path SAMPLES = Path.of("src/main/resources/samples");
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<Class<?>> events() {
        return Arrays.stream(Topic.values()).flatMap(topic -> topic.types().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void are_read_and_written_without_loss(Class<?> type) throws IOException {
        String sample = Files.readString(SAMPLES.resolve(type.getSimpleName() + ".json"));

        Object event = JSON.readValue(sample, type);

        assertThat(JSON.writeValueAsString(event))
                .isEqualTo(JSON.readTree(sample).toString());
        assertThat(JSON.readValue(JSON.writeValueAsString(event), type)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void know_their_subject_and_their_key(Class<?> type) throws IOException {
        var event = (Event)
                JSON.readValue(SAMPLES.resolve(type.getSimpleName() + ".json").toFile(), type);

        assertThat(event.subject()).isNotBlank();
        assertThat(event.key()).isNotBlank();
        assertThat(Topic.of(event).types()).contains(type);
    }

    @Test
    void stand_for_one_event_each() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(type -> type.getSimpleName() + ".json").toList());
        }
    }

    @Test
    void fail_to_be_read_when_a_value_has_another_type() {
        String broken = "{\"requestId\": \"no uuid\", \"community\": \"community-1\", \"version\": 1}";

        assertThatThrownBy(() -> JSON.readValue(broken, RequestEvent.RequestWithdrawn.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
