package org.nuanxin.events.docs;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Topic;

/** The contracts as the documents show them. */
final class Contracts {
    /** @param note what the source says about it, where it says something */
    record Field(String name, Type type, boolean nullable, Optional<String> note) {
        boolean sameAs(Field other) {
            return name.equals(other.name) && type.equals(other.type) && nullable == other.nullable;
        }
    }

    private final Comments comments;

    Contracts(Path sources) throws IOException {
        comments = Comments.in(sources);
    }

    List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Field(
                        component.getName(),
                        component.getGenericType(),
                        isNullable(component),
                        comments.of(type, component.getName())))
                .toList();
    }

    /** The fields that every event of the topic has. */
    List<Field> shared(Topic topic) {
        return fields(topic.types().getFirst()).stream()
                .filter(field -> topic.types().size() > 1)
                .filter(field -> topic.types().stream()
                        .allMatch(type -> fields(type).stream().anyMatch(field::sameAs)))
                .toList();
    }

    /** What the type is, or when the event happens. */
    String meaning(Class<?> type) {
        return comments.of(type);
    }

    /** What the topic holds: the contract's comment without the topic's name before it. */
    String meaning(Topic topic) {
        String comment = comments.of(topic.contract());
        return comment.substring(comment.indexOf(": ") + 2);
    }

    /** The records and enums inside the events. */
    List<Class<?>> values() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.types().stream())
                .flatMap(Contracts::inside)
                .distinct()
                .sorted(Comparator.<Class<?>, String>comparing(Class::getSimpleName))
                .toList();
    }

    private static Stream<Class<?>> inside(Class<?> type) {
        if (!type.isRecord()) return Stream.of();
        return Arrays.stream(type.getRecordComponents())
                .map(component -> element(component.getGenericType()))
                .filter(inner -> inner.isRecord() || inner.isEnum())
                .flatMap(inner -> Stream.concat(Stream.of(inner), inside(inner)));
    }

    /** A list's type is that of its elements. */
    static Class<?> element(Type type) {
        return type instanceof ParameterizedType list ? element(list.getActualTypeArguments()[0]) : (Class<?>) type;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
