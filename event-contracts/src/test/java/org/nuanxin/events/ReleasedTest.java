package org.nuanxin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old and new run side by side during a release, and the journals keep what was said years ago. The samples of every release are
 * frozen in {@code released}: a new folder is added when one is made, none is changed.
 */
class ReleasedTest {
    static final Path RELEASED = Path.of("src/test/resources/released");
    static final ObjectMapper JSON = SamplesTest.JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void are_read_by_today_s_code_with_all_that_they_say(Path sample) throws IOException {
        JsonNode said = JSON.readTree(sample.toFile());

        JsonNode read = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(said, type(sample))));

        assertThat(losses(said, read, "")).isEmpty();
    }

    /** Whoever runs the release still has every field that it knows, with the kind of value that it expects. */
    @ParameterizedTest
    @MethodSource("samples")
    void would_read_what_is_sent_today(Path sample) throws IOException {
        JsonNode then = JSON.readTree(sample.toFile());
        JsonNode now =
                JSON.readTree(SamplesTest.SAMPLES.resolve(sample.getFileName()).toFile());

        assertThat(differences(then, now, "")).isEmpty();
    }

    @Test
    void a_field_that_is_gone_or_says_something_else_is_noticed() throws IOException {
        JsonNode then = JSON.readTree("{\"a\": {\"b\": 1, \"c\": \"x\"}}");

        assertThat(differences(then, JSON.readTree("{\"a\": {\"b\": \"1\"}, \"d\": 2}"), ""))
                .containsExactly("/a/b is STRING, was NUMBER", "/a/c is gone");
        assertThat(losses(then, JSON.readTree("{\"a\": {\"b\": 2, \"c\": \"x\"}}"), ""))
                .containsExactly("/a/b");
    }

    private static Class<?> type(Path sample) {
        String name = sample.getFileName().toString().replace(".json", "");
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.types().stream())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was released and is no event any more"));
    }

    private static List<String> losses(JsonNode said, JsonNode read, String path) {
        if (!said.isObject()) return said.equals(read) || said.isNull() ? List.of() : List.of(path);
        return said.properties().stream()
                .flatMap(field ->
                        losses(field.getValue(), read.path(field.getKey()), path + "/" + field.getKey()).stream())
                .toList();
    }

    private static List<String> differences(JsonNode then, JsonNode now, String path) {
        if (then.isNull() || now.isNull()) return List.of();
        if (now.isMissingNode()) return List.of(path + " is gone");
        if (then.getNodeType() != now.getNodeType()) {
            return List.of("%s is %s, was %s".formatted(path, now.getNodeType(), then.getNodeType()));
        }
        return then.properties().stream()
                .flatMap(field ->
                        differences(field.getValue(), now.path(field.getKey()), path + "/" + field.getKey()).stream())
                .toList();
    }
}
