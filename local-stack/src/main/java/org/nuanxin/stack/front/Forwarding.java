package org.nuanxin.stack.front;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nuanxin.events.Names;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.web.Problem;

/** Hands a request on and its answer back, piece by piece as they come, so that live streams pass. */
final class Forwarding {
    /** They speak of one connection only (RFC 9110, 7.6.1), or are dealt with here. */
    private static final Set<String> NOT_HANDED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    /** Every open live stream holds a connection. */
    private static final int CONNECTIONS = 4096;

    private final HttpClient client;
    private final Map<Service, SocketAddress> services;

    Forwarding(Vertx vertx, Map<Service, SocketAddress> services) {
        this.services = services;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(2_000)
                .setMaxHeaderSize(Front.LONGEST_HEADERS));
    }

    void forward(HttpServerRequest incoming, Destination destination) {
        incoming.pause();
        client.request(options(incoming, destination))
                .compose(outgoing -> send(incoming, outgoing))
                .onSuccess(answer -> handBack(answer, incoming.response()))
                .onFailure(failure -> {
                    incoming.resume();
                    away(destination.service()).answer(incoming);
                });
    }

    private RequestOptions options(HttpServerRequest incoming, Destination destination) {
        String query = incoming.query() == null ? "" : "?" + incoming.query();
        return new RequestOptions()
                .setServer(services.get(destination.service()))
                .setMethod(incoming.method())
                .setURI(destination.path() + query);
    }

    private static Future<HttpClientResponse> send(HttpServerRequest incoming, HttpClientRequest outgoing) {
        copy(incoming.headers(), outgoing.headers());
        forwardedFor(incoming, outgoing.headers());
        incoming.response().closeHandler(gone -> outgoing.reset());
        boolean body = incoming.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (body) return outgoing.send(incoming);
        incoming.resume();
        return outgoing.send();
    }

    private static void forwardedFor(HttpServerRequest incoming, MultiMap headers) {
        String before = headers.contains("X-Forwarded-For") ? headers.get("X-Forwarded-For") + ", " : "";
        headers.set("X-Forwarded-For", before + incoming.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        String host = incoming.getHeader(HttpHeaders.HOST);
        if (host != null) headers.set("X-Forwarded-Host", host);
    }

    private static void handBack(HttpClientResponse answer, HttpServerResponse response) {
        if (response.closed()) return;
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        copy(answer.headers(), response.headers());
        if (answer.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            response.setChunked(true);
            response.write(Buffer.buffer()); // the head goes out now: a live stream may have nothing to say for long
        }
        answer.pipeTo(response).onFailure(broken -> response.reset());
    }

    private static void copy(MultiMap from, MultiMap to) {
        from.forEach((name, value) -> {
            if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) to.add(name, value);
        });
    }

    private static Problem away(Service service) {
        return new Problem(
                503,
                "ServiceAway",
                new Names(
                        "%s 服务暂时无法访问，请稍后重试。".formatted(service.label()),
                        "The %s service is away for the moment; try again shortly.".formatted(service.label())));
    }
}
