package org.nuanxin.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.UUID;

/** Residents who submit, each once, over many connections. */
final class Submitter {
    private final HttpClient http;
    private final RequestOptions request;
    private final Buffer body;

    /** @param port of intake itself */
    Submitter(Vertx vertx, int port, String token, String serviceType, int connections) {
        http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setConnectTimeout(30_000)
                .setKeepAlive(true));
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("localhost")
                .setPort(port)
                .setURI("/requests")
                .setTimeout(60_000)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
        body = Buffer.buffer("""
                {"serviceType":"%s","placeId":"grid-1-1-01","description":"A haircut for a bedridden parent",\
                "address":{"text":"Building 3, room 502","floor":5,"lift":false},"contact":{"name":"李梅","phone":"13800000001"}}""".formatted(serviceType));
    }

    Future<Answered> submit() {
        return submit(new RequestOptions(request));
    }

    /** @param person of the mini-app whose token this is */
    Future<Answered> submitFor(String person) {
        return submit(new RequestOptions(request).putHeader("On-Behalf-Of", person));
    }

    private Future<Answered> submit(RequestOptions mine) {
        mine.putHeader("Idempotency-Key", UUID.randomUUID().toString());
        return http.request(mine).compose(sending -> sending.send(body)).compose(Submitter::answered);
    }

    private static Future<Answered> answered(HttpClientResponse answer) {
        boolean retryAfter = answer.getHeader("Retry-After") != null;
        return answer.body()
                .map(text -> new Answered(
                        answer.statusCode(),
                        retryAfter,
                        answer.statusCode() == 201 ? text.toJsonObject().getString("id") : ""));
    }
}
