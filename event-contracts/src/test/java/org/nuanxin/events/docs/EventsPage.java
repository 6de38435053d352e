package org.nuanxin.events.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.nuanxin.events.Topic;
import org.nuanxin.events.docs.Contracts.Field;

/** {@code docs/events.md}. */
final class EventsPage {
    private final Contracts contracts;

    EventsPage(Contracts contracts) {
        this.contracts = contracts;
    }

    String text(String refresh) throws IOException {
        String topics = Arrays.stream(Topic.values()).map(this::section).collect(joining("\n"));
        return head(refresh) + "\n" + topics + "\n" + values();
    }

    private static String head(String refresh) throws IOException {
        return Files.readString(Path.of("src/test/resources/events-head.md"))
                .replace("{refresh}", refresh)
                .replace("{partitions}", Integer.toString(Topic.PARTITIONS));
    }

    private String section(Topic topic) {
        List<Field> shared = contracts.shared(topic);
        String rows = topic.types().stream()
                .map(type -> "| `%s` | %s | %s |%n"
                        .formatted(type.getSimpleName(), capital(contracts.meaning(type)), fieldsBeside(shared, type)))
                .collect(joining());
        return """
                ## %s

                %s

                * Sent by %s. Received by %s.
                * %s
                %s
                | event | when | fields |
                |---|---|---|
                %s""".formatted(
                        topic.topicName(),
                        capital(contracts.meaning(topic)),
                        Service.owning(topic).fullName(),
                        receivers(topic),
                        topic.compacted()
                                ? "Compacted: the newest event of a key is kept. Its key is the thing's own id."
                                : "Its key is the community at submission.",
                        shared.isEmpty() ? "" : "* Every event here carries " + list(shared, ", ") + ".\n",
                        rows);
    }

    private static String receivers(Topic topic) {
        List<Service> services = Service.receiving(topic);
        return services.isEmpty()
                ? "no service: it is for whoever stands outside"
                : services.stream().map(Service::fullName).collect(joining(", "));
    }

    private String fieldsBeside(List<Field> shared, Class<?> type) {
        return list(
                contracts.fields(type).stream()
                        .filter(field -> shared.stream().noneMatch(field::sameAs))
                        .toList(),
                "<br>");
    }

    private String values() {
        String rows = contracts.values().stream()
                .map(type -> "| `%s` | %s | %s |%n"
                        .formatted(
                                type.getSimpleName(),
                                capital(contracts.meaning(type)),
                                type.isEnum() ? words(type) : list(contracts.fields(type), "<br>")))
                .collect(joining());
        return "## Values\n\n| value | what it is | fields, or words |\n|---|---|---|\n" + rows;
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> "`" + word + "`")
                .collect(joining(", "));
    }

    private static String list(List<Field> fields, String between) {
        return fields.stream()
                .map(field -> "`%s` %s%s%s"
                        .formatted(
                                field.name(),
                                name(field.type()),
                                field.nullable() ? " or null" : "",
                                field.note().map(note -> ": " + note).orElse("")))
                .collect(joining(between));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType) return "list of " + name(Contracts.element(type));
        if (type == UUID.class) return "uuid";
        if (type == Instant.class) return "instant";
        if (type == LocalTime.class) return "local time";
        if (type == String.class) return "text";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type == int.class || type == Integer.class || type == long.class) return "integer";
        if (type == double.class) return "number";
        return "[" + Contracts.element(type).getSimpleName() + "](#values)";
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
