package org.nuanxin.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A backend that is told by webhook, and checks what it is told as Standard Webhooks says. */
final class WebhookReceiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** One message as it came. */
    private record Delivery(String id, String timestamp, String signatures, String text) {
        static Delivery of(HttpExchange exchange) throws IOException {
            return new Delivery(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        }

        private static String header(HttpExchange exchange, String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .orElse("");
        }

        JsonNode body() {
            try {
                return Http.JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Person keeper;
    private final String id;
    private final byte[] key;

    private WebhookReceiver(HttpServer server, Person keeper, Map<String, ?> subscription) {
        this.server = server;
        this.keeper = keeper;
        JsonNode created = keeper.post("/webhooks", subscription).ok();
        this.id = created.path("id").asText();
        this.key = Base64.getDecoder().decode(created.path("secret").asText().substring("whsec_".length()));
        server.createContext("/", this::receive);
        server.start();
    }

    /** For a mini-app's backend. */
    static WebhookReceiver of(Person client, String... events) {
        HttpServer server = listening();
        return new WebhookReceiver(server, client, Map.of("url", url(server), "events", List.of(events)));
    }

    /** For whoever watches a place. */
    static WebhookReceiver watching(String place, Staff watcher, String... events) {
        HttpServer server = listening();
        return new WebhookReceiver(
                server, watcher, Map.of("url", url(server), "events", List.of(events), "place", place));
    }

    /** The data of the first message of this type about the request; its signature has been verified. */
    JsonNode awaits(String type, String request) {
        return awaits(type, request, _ -> true);
    }

    JsonNode awaits(String type, String request, Predicate<JsonNode> more) {
        return await(type + " about " + request)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> deliveries.stream()
                                .map(Delivery::body)
                                .filter(body -> body.path("type").asText().equals(type))
                                .map(body -> body.path("data"))
                                .filter(data -> data.path("requestId").asText().equals(request) && more.test(data))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        keeper.delete("/webhooks/" + id).ok();
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        Delivery delivery = Delivery.of(exchange);
        boolean genuine = isFresh(delivery) && isSigned(delivery);
        if (genuine) deliveries.add(delivery);
        exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
        exchange.close();
    }

    private static boolean isFresh(Delivery delivery) {
        Instant sent = Instant.ofEpochSecond(Long.parseLong(delivery.timestamp()));
        return Duration.between(sent, Instant.now()).abs().compareTo(FRESH) < 0;
    }

    private boolean isSigned(Delivery delivery) {
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(hmac(delivery))).getBytes(UTF_8);
        return List.of(delivery.signatures().split(" ")).stream()
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)));
    }

    private byte[] hmac(Delivery delivery) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = delivery.id() + "." + delivery.timestamp() + "." + delivery.text();
            return mac.doFinal(signed.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }
}
