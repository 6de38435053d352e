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
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Service, Instances> services;

    Forwarding(Vertx vertx, Map<Service, Instances> services) {
        this.services = services;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(2_000)
                .setMaxHeaderSize(Front.LONGEST_HEADERS));
    }

    /** A call on its way, and the instances that it has not tried yet. */
    private record Call(
            HttpServerRequest incoming, Destination destination, Instances instances, Deque<SocketAddress> left) {
        /**
         * What could be half done is not asked for twice: whoever called knows whether that may be. Nor is what came with a body,
         * which has been read by then.
         */
        boolean maySendAgain() {
            boolean changesNothing =
                    HttpMethod.GET.equals(incoming.method()) || HttpMethod.HEAD.equals(incoming.method());
            return changesNothing && !hasBody(incoming);
        }
    }

    void forward(HttpServerRequest incoming, Destination destination) {
        incoming.pause();
        Instances instances = Objects.requireNonNull(services.get(destination.service()));
        next(new Call(incoming, destination, instances, instances.inTurn()));
    }

    private void next(Call call) {
        SocketAddress instance = call.left().poll();
        if (instance == null) {
            giveUp(call);
            return;
        }
        client.request(options(call, instance))
                .onSuccess(outgoing -> send(call, outgoing))
                .onFailure(unreached -> {
                    call.instances().isAway(instance);
                    next(call);
                });
    }

    private void send(Call call, HttpClientRequest outgoing) {
        send(call.incoming(), outgoing)
                .onSuccess(answer -> handBack(answer, call.incoming().response()))
                .onFailure(broken -> {
                    if (call.maySendAgain()) next(call);
                    else giveUp(call);
                });
    }

    private static void giveUp(Call call) {
        call.incoming().resume();
        away(call.destination().service()).answer(call.incoming());
    }

    private static RequestOptions options(Call call, SocketAddress instance) {
        HttpServerRequest incoming = call.incoming();
        String query = incoming.query() == null ? "" : "?" + incoming.query();
        return new RequestOptions()
                .setServer(instance)
                .setMethod(incoming.method())
                .setURI(call.destination().path() + query);
    }

    private static Future<HttpClientResponse> send(HttpServerRequest incoming, HttpClientRequest outgoing) {
        copy(incoming.headers(), outgoing.headers());
        forwardedFor(incoming, outgoing.headers());
        incoming.response().closeHandler(gone -> outgoing.reset());
        if (hasBody(incoming)) return outgoing.send(incoming);
        incoming.resume();
        return outgoing.send();
    }

    private static boolean hasBody(HttpServerRequest incoming) {
        String length = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        return incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
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
