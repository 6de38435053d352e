package org.nuanxin.kit.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Refuses an object that has a member twice: which of the two is meant, nobody knows (RFC 8259, 4), and a record takes only one. */
@Singleton
class NamesOnce implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }
}
