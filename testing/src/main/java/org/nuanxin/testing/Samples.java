package org.nuanxin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;

/** The golden sample of each event, which its producer must be able to write and each of its consumers to read. */
public final class Samples {
    private Samples() {}

    public static String json(Class<?> type) {
        String path = "/samples/" + type.getSimpleName() + ".json";
        try (InputStream sample = Event.class.getResourceAsStream(path)) {
            if (sample == null) throw new IllegalArgumentException("no sample " + path);
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static <E> E of(Class<E> type) {
        return EventJson.read(json(type), type);
    }

    /** One event of each type of the topic. */
    public static List<Event> of(Topic topic) {
        return topic.types().stream()
                .<Event>map(type -> of(type.asSubclass(Event.class)))
                .toList();
    }
}
