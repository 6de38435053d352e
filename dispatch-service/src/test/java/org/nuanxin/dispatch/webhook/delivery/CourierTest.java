package org.nuanxin.dispatch.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.dispatch.webhook.address.Destinations;
import org.nuanxin.dispatch.webhook.delivery.Receiver.Received;

class CourierTest {
    static final Duration PATIENT = Duration.ofSeconds(10);
    static final Duration BRIEF = Duration.ofMillis(300);
    static final Secret SECRET = Secret.random();

    final Vertx vertx = Vertx.vertx();
    final Receiver receiver = new Receiver();

    record Settings(Duration timeout) implements DeliverySettings {
        @Override
        public Optional<List<String>> allow() {
            return Optional.empty();
        }

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int atATime() {
            return 4;
        }

        @Override
        public Duration keepLog() {
            return Duration.ofDays(1);
        }

        @Override
        public double timeScale() {
            return 1;
        }
    }

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    Courier courier(Duration timeout, Destinations destinations) {
        return new Courier(vertx, destinations, new Settings(timeout));
    }

    Courier courier(Duration timeout) {
        return courier(timeout, new Destinations(List.of("127.0.0.0/8"), InetAddress::getAllByName));
    }

    Outcome carry(Courier courier, String url) throws Exception {
        Instant at = Instant.ofEpochSecond(1_700_000_000);
        Attempt attempt =
                new Attempt(UUID.randomUUID(), UUID.randomUUID(), 1, 1, url, SECRET, "{\"type\":\"offer.made\"}", at);
        return courier.carry(attempt).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void hands_over_the_body_signed() throws Exception {
        Outcome outcome = carry(courier(PATIENT), receiver.url());

        Received received = receiver.received().getFirst();
        assertThat(outcome.isDelivered()).isTrue();
        assertThat(received.id()).isEqualTo(outcome.attempt().deliveryId().toString());
        assertThat(received.timestamp()).isEqualTo("1700000000");
        assertThat(received.body()).isEqualTo("{\"type\":\"offer.made\"}");
        assertThat(received.isSignedWith(SECRET.text())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, false",
        "202, true, false",
        "301, false, false",
        "308, false, false",
        "410, false, true",
        "503, false, false"
    })
    void brings_back_the_status_and_follows_nothing(int status, boolean delivered, boolean gone) throws Exception {
        receiver.answers(status);

        Outcome outcome = carry(courier(PATIENT), receiver.url());

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.isDelivered()).isEqualTo(delivered);
        assertThat(outcome.isGone()).isEqualTo(gone);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void does_not_wait_for_ever() throws Exception {
        receiver.shut();

        assertThat(carry(courier(BRIEF), receiver.url()).failure()).isEqualTo("TIMEOUT");
    }

    @Test
    void says_that_nobody_listens() throws Exception {
        String url = receiver.url();
        receiver.close();

        assertThat(carry(courier(PATIENT), url).failure()).isEqualTo("NO_CONNECTION");
    }

    @Test
    void goes_to_the_machine_that_was_checked() throws Exception {
        Destinations known = new Destinations(List.of("127.0.0.0/8"), CourierTest::here);

        Outcome outcome = carry(courier(PATIENT, known), "http://hooks.example.com:%d/".formatted(receiver.port()));

        assertThat(outcome.isDelivered()).isTrue();
    }

    @Test
    void stays_away_from_a_name_that_has_come_to_mean_this_machine() throws Exception {
        Destinations rebound = new Destinations(List.of(), CourierTest::here);

        Outcome outcome = carry(courier(PATIENT, rebound), "https://fickle.example.com:%d/".formatted(receiver.port()));

        assertThat(outcome.failure()).isEqualTo("NOT_PUBLIC");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void trusts_no_certificate_that_nobody_vouches_for(@TempDir Path folder) throws Exception {
        HttpServer impostor = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setKeyCertOptions(selfSigned(folder)))
                .requestHandler(request -> request.response().end());
        int port = impostor.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();

        assertThat(carry(courier(PATIENT), "https://localhost:%d/".formatted(port))
                        .failure())
                .isEqualTo("TLS");
    }

    static InetAddress[] here(String host) {
        return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
    }

    static PfxOptions selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("impostor.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "impostor",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "password",
                        "-keystore",
                        store.toString())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword("password");
    }
}
