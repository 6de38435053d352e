package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Takes only texts and times that can be kept as they are: no NUL, which PostgreSQL has no place for, and no half of a surrogate pair,
 * which has no form in UTF-8.
 */
@Singleton
class WholeTexts implements ObjectMapperCustomizer {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("whole texts")
                .addDeserializer(String.class, new WholeText())
                .addDeserializer(Instant.class, new PlainInstant()));
    }

    /** After the module that reads times. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class WholeText extends StdScalarDeserializer<String> {
        private WholeText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (isWhole(text)) return text;
            return (String) context.handleWeirdStringValue(String.class, "", "not a whole text");
        }
    }

    /** Times of RFC 3339, whose years have four digits; PostgreSQL gives back others in forms that cannot be read. */
    private static final class PlainInstant extends StdScalarDeserializer<Instant> {
        private PlainInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Instant instant = InstantDeserializer.INSTANT.deserialize(parser, context);
            if (isPlain(instant)) return instant;
            return (Instant) context.handleWeirdStringValue(Instant.class, "", "not a time of RFC 3339");
        }
    }

    /** Fails with DateTimeException where a text is no time of RFC 3339. */
    static Instant plainInstant(String text) {
        Instant instant = Instant.parse(text);
        if (!isPlain(instant)) throw new DateTimeException("not a time of RFC 3339");
        return instant;
    }

    private static boolean isPlain(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == 0) return false;
            if (Character.isSurrogate(at)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(at, text.charAt(i + 1))) return false;
                i++;
            }
        }
        return true;
    }
}
