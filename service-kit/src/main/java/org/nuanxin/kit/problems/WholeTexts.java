package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Takes only texts that can be kept as they are: no NUL, which PostgreSQL has no place for, and no half of a surrogate pair,
 * which has no form in UTF-8.
 */
@Singleton
class WholeTexts implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("whole texts").addDeserializer(String.class, new WholeText()));
    }

    private static final class WholeText extends StdScalarDeserializer<String> {
        private WholeText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text == null || isWhole(text)) return text;
            return (String) context.handleWeirdStringValue(String.class, "", "not a whole text");
        }
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
