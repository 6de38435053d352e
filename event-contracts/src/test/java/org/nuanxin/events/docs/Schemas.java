package org.nuanxin.events.docs;

import static org.nuanxin.events.docs.AsyncApi.map;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.events.docs.Contracts.Field;

/** JSON Schema of the events, of the values inside them and of the headers around them. */
final class Schemas {
    private final Contracts contracts;

    Schemas(Contracts contracts) {
        this.contracts = contracts;
    }

    Map<String, Object> of(Class<?> type) {
        if (type.isEnum()) {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return map("type", "string", "description", contracts.meaning(type), "enum", words);
        }
        List<Field> fields = contracts.fields(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        return map(
                "type",
                "object",
                "description",
                contracts.meaning(type),
                "required",
                fields.stream()
                        .filter(field -> !field.nullable())
                        .map(Field::name)
                        .toList(),
                "properties",
                properties);
    }

    static Map<String, Object> cloudEventHeaders() {
        Map<String, Object> uuid = map("type", "string", "format", "uuid");
        Map<String, Object> text = map("type", "string");
        return map(
                "type", "object",
                "required",
                        List.of(
                                "ce_specversion",
                                "ce_id",
                                "ce_type",
                                "ce_source",
                                "ce_subject",
                                "ce_time",
                                "content-type"),
                "properties",
                        map(
                                "ce_specversion", map("type", "string", "const", "1.0"),
                                "ce_id", uuid,
                                "ce_type", text,
                                "ce_source", text,
                                "ce_subject", text,
                                "ce_time", map("type", "string", "format", "date-time"),
                                "content-type", map("type", "string", "const", "application/json"),
                                "traceparent", text));
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> schema = schema(field.type());
        if (field.nullable()) schema = orNull(schema);
        Map<String, Object> property = schema;
        field.note().ifPresent(note -> property.put("description", note));
        return property;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.containsKey("$ref")) return map("oneOf", List.of(schema, map("type", "null")));
        schema.computeIfPresent("type", (name, type) -> List.of(type, "null"));
        return schema;
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType) return map("type", "array", "items", schema(Contracts.element(type)));
        if (type == UUID.class) return map("type", "string", "format", "uuid");
        if (type == Instant.class) return map("type", "string", "format", "date-time");
        if (type == LocalTime.class) return map("type", "string", "format", "time");
        if (type == String.class) return map("type", "string");
        if (type == boolean.class || type == Boolean.class) return map("type", "boolean");
        if (type == int.class || type == Integer.class) return map("type", "integer", "format", "int32");
        if (type == long.class) return map("type", "integer", "format", "int64");
        if (type == double.class) return map("type", "number", "format", "double");
        return map("$ref", "#/components/schemas/" + Contracts.element(type).getSimpleName());
    }
}
