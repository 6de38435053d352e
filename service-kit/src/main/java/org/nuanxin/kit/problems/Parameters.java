package org.nuanxin.kit.problems;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a query or in a header, and names the parameter whose value does not fit. Of a part of the path nothing is
 * said: where it does not fit there is nothing (404), as where it does and nobody knows it.
 */
@Provider
public class Parameters implements ParamConverterProvider {
    /**
     * @param read fails where a text is none of these
     * @param complaint the key of what is said then
     */
    private record Kind(Function<String, Object> read, String complaint, List<Object> arguments) {
        private Kind(Function<String, Object> read, String complaint) {
            this(read, complaint, List.of());
        }
    }

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            int.class, new Kind(Integer::valueOf, "NoNumber"),
            Integer.class, new Kind(Integer::valueOf, "NoNumber"),
            long.class, new Kind(Long::valueOf, "NoNumber"),
            Long.class, new Kind(Long::valueOf, "NoNumber"),
            boolean.class, new Kind(Parameters::either, "Neither"),
            Boolean.class, new Kind(Parameters::either, "Neither"),
            UUID.class, new Kind(UUID::fromString, "NoId"),
            Instant.class, new Kind(WholeTexts::plainInstant, "NoTime"));

    /** Null for a text, and for what nobody takes from a query or a header yet. */
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = type.isEnum() ? oneOf(type) : KINDS.get(type);
        String name = ParameterName.of(annotations).orElse(null);
        return kind == null || name == null ? null : new Reading<>(name, kind);
    }

    private static Kind oneOf(Class<?> type) {
        Object[] words = type.getEnumConstants();
        String all = Stream.of(words).map(Object::toString).collect(joining(", "));
        return new Kind(text -> one(words, text), "NoSuchWord", List.of(all));
    }

    private static Object one(Object[] words, String text) {
        return Stream.of(words)
                .filter(word -> word.toString().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** RESTEasy says 0 for a primitive of which nothing was said. */
    private static Object either(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Reading<T>(String name, Kind kind) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // a kind stands beside its class
        public T fromString(String text) {
            try {
                return (T) kind.read().apply(text);
            } catch (IllegalArgumentException | DateTimeException unfit) {
                throw Invalid.field(
                        name,
                        Parameters.class,
                        kind.complaint(),
                        kind.arguments().toArray());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
