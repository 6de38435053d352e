package org.nuanxin.events.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.Topic;

class DocumentsTest {
    static final String REFRESH = "./mvnw -q -pl event-contracts test -Dtest=DocumentsTest -Drefresh";
    static final Path DOCS = Path.of("../docs");
    static final Path SAMPLES = Path.of("src/main/resources/samples");

    static final Path SOURCES = Path.of("src/main/java/org/nuanxin/events");
    static final Map<String, String> FRESH = new HashMap<>();

    @BeforeAll
    static void write() throws IOException {
        var contracts = new Contracts(SOURCES);
        FRESH.put("events.md", new EventsPage(contracts).text(REFRESH));
        FRESH.put("asyncapi.yaml", new AsyncApi(contracts, SAMPLES).text(REFRESH));
        if (System.getProperty("refresh") != null) {
            for (String name : FRESH.keySet()) Files.writeString(DOCS.resolve(name), FRESH.get(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.md", "asyncapi.yaml"})
    void say_what_the_contracts_say(String name) throws IOException {
        assertThat(Files.readString(DOCS.resolve(name)))
                .as("docs/%s is out of date; write it anew by: %s", name, REFRESH)
                .isEqualTo(FRESH.get(name));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void name_every_event_and_every_field(Topic topic) throws IOException {
        String page = Files.readString(DOCS.resolve("events.md"));
        String section = page.substring(page.indexOf("\n## " + topic.topicName() + "\n") + 1);
        section = section.substring(0, section.indexOf("\n## "));

        for (Class<?> type : topic.types()) {
            assertThat(section).contains("| `" + type.getSimpleName() + "` |");
            for (RecordComponent component : type.getRecordComponents()) {
                assertThat(section).contains("`" + component.getName() + "`");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void name_no_other(Topic topic) throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
        JsonNode channel = document.at("/channels/" + topic.name().toLowerCase(Locale.ROOT));

        assertThat(channel.get("address").asText()).isEqualTo(topic.topicName());
        assertThat(names(channel.get("messages")))
                .isEqualTo(topic.types().stream().map(Class::getSimpleName).toList());
        for (Class<?> type : topic.types()) {
            assertThat(names(document.at("/components/schemas/" + type.getSimpleName() + "/properties")))
                    .isEqualTo(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
    }

    @Test
    void have_one_entry_for_each_name() throws IOException {
        assertThat(new Contracts(SOURCES).values().stream().map(Class::getSimpleName))
                .doesNotHaveDuplicates();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
