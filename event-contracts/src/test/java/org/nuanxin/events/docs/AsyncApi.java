package org.nuanxin.events.docs;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nuanxin.events.Topic;

/** {@code docs/asyncapi.yaml}: AsyncAPI 3.0.0. */
final class AsyncApi {
    /** Texts stay in quotes: bare, an instant would be read as a date. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final Contracts contracts;
    private final Path samples;

    AsyncApi(Contracts contracts, Path samples) {
        this.contracts = contracts;
        this.samples = samples;
    }

    String text(String refresh) throws IOException {
        return "# Written from the contracts and their comments. Change those, then: " + refresh + "\n"
                + YAML.writeValueAsString(map(
                        "asyncapi", "3.0.0",
                        "info", info(),
                        "defaultContentType", "application/json",
                        "servers", Map.of("local", map("host", "localhost:9092", "protocol", "kafka")),
                        "channels", named(Stream.of(Topic.values()), AsyncApi::channelName, this::channel),
                        "operations", operations(),
                        "components", map("messages", messages(), "schemas", schemas())));
    }

    private static Map<String, Object> info() {
        return map(
                "title", "Nuanxin events",
                "version", "1.0.0",
                "description", "What the services of Nuanxin tell each other: CloudEvents 1.0 in Kafka's binary mode.",
                "license", map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private Map<String, Object> channel(Topic topic) {
        Map<String, Object> kafka = map("partitions", Topic.PARTITIONS);
        if (topic.compacted()) kafka.put("topicConfiguration", Map.of("cleanup.policy", List.of("compact")));
        kafka.put("bindingVersion", "0.5.0");
        return map(
                "address", topic.topicName(),
                "description", contracts.meaning(topic),
                "messages",
                        named(topic.types().stream(), Class::getSimpleName, type -> ref("components/messages", type)),
                "bindings", Map.of("kafka", kafka));
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            service.sent()
                    .forEach(topic -> operations.put(
                            service.shortName() + "Sends" + capital(channelName(topic)),
                            operation("send", service, topic)));
            service.received()
                    .forEach(topic -> operations.put(
                            service.shortName() + "Receives" + capital(channelName(topic)),
                            operation("receive", service, topic)));
        }
        return operations;
    }

    private static Map<String, Object> operation(String action, Service service, Topic topic) {
        String channel = "channels/" + channelName(topic);
        return map(
                "action", action,
                "channel", Map.of("$ref", "#/" + channel),
                "tags", List.of(Map.of("name", service.fullName())),
                "messages",
                        topic.types().stream()
                                .map(type -> ref(channel + "/messages", type))
                                .toList());
    }

    private Map<String, Object> messages() throws IOException {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            for (Class<?> type : topic.types()) messages.put(type.getSimpleName(), message(type));
        }
        return messages;
    }

    private Map<String, Object> message(Class<?> type) throws IOException {
        String name = type.getSimpleName();
        Map<?, ?> sample = new ObjectMapper().readValue(Files.readString(samples.resolve(name + ".json")), Map.class);
        return map(
                "name", name,
                "summary", contracts.meaning(type),
                "contentType", "application/json",
                "headers",
                        map(
                                "allOf",
                                List.of(
                                        Map.of("$ref", "#/components/schemas/CloudEventHeaders"),
                                        map("type", "object", "properties", Map.of("ce_type", Map.of("const", name))))),
                "payload", ref("components/schemas", type),
                "bindings", Map.of("kafka", map("key", Map.of("type", "string"), "bindingVersion", "0.5.0")),
                "examples", List.of(Map.of("payload", sample)));
    }

    private Map<String, Object> schemas() {
        var schemas = new Schemas(contracts);
        Map<String, Object> all = map("CloudEventHeaders", Schemas.cloudEventHeaders());
        Arrays.stream(Topic.values())
                .flatMap(topic -> topic.types().stream())
                .forEach(type -> all.put(type.getSimpleName(), schemas.of(type)));
        contracts.values().forEach(type -> all.put(type.getSimpleName(), schemas.of(type)));
        return all;
    }

    private static String channelName(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, Object> ref(String folder, Class<?> type) {
        return map("$ref", "#/" + folder + "/" + type.getSimpleName());
    }

    private static <T> Map<String, Object> named(
            Stream<T> things, Function<T, String> name, Function<T, Object> description) {
        return things.collect(toMap(name, description, (one, other) -> one, LinkedHashMap::new));
    }

    /** In the order given, as a document is read. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return map;
    }
}
