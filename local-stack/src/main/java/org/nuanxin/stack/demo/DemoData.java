package org.nuanxin.stack.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.nuanxin.stack.issuer.People;
import org.nuanxin.stack.issuer.Person;

/** The files beside this class, one row a line; a row is the body of the call that loads it. */
public final class DemoData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoData() {}

    public static People people() {
        return new People(read("people", new TypeReference<List<Person>>() {}));
    }

    static List<ObjectNode> rows(String file) {
        return read(file, new TypeReference<List<ObjectNode>>() {});
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream stream = DemoData.class.getResourceAsStream(file + ".json")) {
            return JSON.readValue(Objects.requireNonNull(stream, file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
