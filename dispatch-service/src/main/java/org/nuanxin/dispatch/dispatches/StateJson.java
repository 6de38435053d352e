package org.nuanxin.dispatch.dispatches;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.nuanxin.dispatch.handling.Entry;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.kit.journal.InstantJson;

/** The engine's record as it is kept: its components only, unknown ones ignored so that old and new run side by side. */
public final class StateJson {
    private static final ObjectMapper MAPPER = mapper();

    private StateJson() {}

    /** An entry says what it is: {@code {"what":"Paused",…}}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
    private interface Named {}

    public static String write(Object part) {
        try {
            return MAPPER.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Handling read(String json) {
        try {
            return OldStates.isOld(json)
                    ? MAPPER.treeToValue(OldStates.renewed(MAPPER.readTree(json)), Handling.class)
                    : MAPPER.readValue(json, Handling.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String json, Class<T> part) {
        try {
            return MAPPER.readValue(json, part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new InstantJson())
                .addMixIn(Entry.class, Named.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .build();
        kinds(Entry.class).forEach(kind -> mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName())));
        return mapper;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(StateJson::kinds);
    }
}
