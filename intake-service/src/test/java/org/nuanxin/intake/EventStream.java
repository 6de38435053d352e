package org.nuanxin.intake;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.testing.Token;

/** Server-sent events as a browser receives them, one after another. */
final class EventStream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final BufferedReader lines;

    EventStream(String path, Token reader, @Nullable String lastEventId) {
        try {
            URLConnection connection = URI.create("http://localhost:" + RestAssured.port + path)
                    .toURL()
                    .openConnection();
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Authorization", reader.bearer());
            connection.setRequestProperty("Accept", "text/event-stream");
            connection.setRequestProperty("Accept-Language", "en");
            if (lastEventId != null) {
                connection.setRequestProperty("Last-Event-ID", lastEventId);
            }
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the next event; comments are passed over. Sorted by what they say: id, event, data. */
    List<String> next() {
        List<String> event = new ArrayList<>();
        while (true) {
            String line = readLine();
            if (line.isEmpty() && !event.isEmpty()) {
                event.sort((one, other) -> rank(one) - rank(other));
                return event;
            }
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.add(line);
            }
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readLine() {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("the stream has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rank(String line) {
        return List.of("id", "event", "data").indexOf(line.substring(0, line.indexOf(':')));
    }
}
