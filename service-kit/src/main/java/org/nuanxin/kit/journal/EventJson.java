package org.nuanxin.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import org.nuanxin.events.Event;

/** Events as JSON: ISO instants, unknown fields ignored so that old and new run side by side. */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new InstantJson())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    public static String write(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with JsonProcessingException where the text is not such an event. */
    public static <E> E read(String json, Class<E> type) throws JsonProcessingException {
        E event = MAPPER.readValue(json, type);
        if (event == null) {
            throw new UnreadableEvent("the event is null");
        }
        return event;
    }

    /** What {@link #write} wrote here earlier. */
    public static <E> E stored(String json, Class<E> type) {
        try {
            return read(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event whose text is JSON but says nothing. */
    static final class UnreadableEvent extends JsonProcessingException {
        UnreadableEvent(String message) {
            super(message);
        }
    }
}
