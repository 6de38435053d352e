package org.nuanxin.journeys.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Map;

/** What came back; status 0: nothing, the connection was closed. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, HttpHeaders headers, byte[] body) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Reply none(IOException reason) {
        return new Reply(
                0,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                String.valueOf(reason).getBytes(UTF_8));
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    String text() {
        return new String(body, UTF_8);
    }

    /** A missing node where the body is no JSON. */
    JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isProblem() {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }
}
