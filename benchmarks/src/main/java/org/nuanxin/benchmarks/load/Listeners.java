package org.nuanxin.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Apps of a mini-app's people that listen to their live streams, each over a connection of its own. */
final class Listeners {
    private static final int OPENING_AT_ONCE = 50;

    private final HttpClient http;
    private final int port;
    private final String token;
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** @param port of the volunteer service itself */
    Listeners(Vertx vertx, int port, String token, int most) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(most)
                .setConnectTimeout(30_000)
                .setReceiveBufferSize(8 * 1024));
        this.port = port;
        this.token = token;
    }

    /** Opens that many, a few at a time; returns when each has been answered. */
    void open(int many) throws InterruptedException {
        Semaphore places = new Semaphore(OPENING_AT_ONCE);
        for (int number = 1; number <= many; number++) {
            places.acquire();
            listen("idle-" + number, _ -> {}).onComplete(_ -> places.release());
            if (number % 1000 == 0) System.out.printf("%6d streams asked for, %d listen%n", number, listening.get());
        }
        places.acquire(OPENING_AT_ONCE);
    }

    /** @param heard gets whatever comes, piece by piece */
    Future<HttpClientResponse> listen(String person, Consumer<String> heard) {
        return http.request(options(person))
                .compose(HttpClientRequest::send)
                .onSuccess(answer -> {
                    (answer.statusCode() == 200 ? listening : refused).incrementAndGet();
                    answer.handler(piece -> heard.accept(piece.toString(StandardCharsets.UTF_8)));
                    answer.endHandler(_ -> listening.decrementAndGet());
                })
                .onFailure(_ -> refused.incrementAndGet());
    }

    /** Opens a stream and takes nothing from it until it is told to. */
    Future<HttpClientResponse> listenWithoutReading(String person) {
        return http.request(options(person)).compose(HttpClientRequest::send).onSuccess(HttpClientResponse::pause);
    }

    private RequestOptions options(String person) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(port)
                .setURI("/volunteers/me/live")
                .putHeader("Accept", "text/event-stream")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("On-Behalf-Of", person);
    }

    /** All that came until now, from a stream that was not read, once it is. */
    static Future<Buffer> readOn(HttpClientResponse stream, Vertx vertx, long millis) {
        Buffer all = Buffer.buffer();
        stream.handler(all::appendBuffer).resume();
        return vertx.timer(millis).map(_ -> all);
    }

    int listening() {
        return listening.get();
    }

    int refused() {
        return refused.get();
    }
}
