package org.nuanxin.stack.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.nuanxin.events.Names;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.web.Problem;

/** One host for every path: the services', the sign-in's and the first page. */
public final class Front implements AutoCloseable {
    static final int LONGEST_HEADERS = 64 * 1024;

    private static final Problem NO_SUCH_PATH =
            new Problem(404, "NotFound", new Names("没有这个地址。", "There is nothing at this path."));

    /** A service says itself what is too long for it. */
    private static final HttpServerOptions OPTIONS = new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(true)
            .setMaxInitialLineLength(LONGEST_HEADERS)
            .setMaxHeaderSize(LONGEST_HEADERS);

    private final Vertx vertx;

    private Front(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * @param services where the instances of each service listen
     * @param pages what is answered here, by path
     */
    public static Front start(
            Vertx vertx,
            InetSocketAddress address,
            Map<Service, List<SocketAddress>> services,
            Map<String, Handler<HttpServerRequest>> pages) {
        Map<Service, Instances> instances = services.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Instances(entry.getValue())));
        Forwarding forwarding = new Forwarding(vertx, instances);
        HttpServer server = vertx.createHttpServer(OPTIONS).requestHandler(request -> {
            Handler<HttpServerRequest> page = pages.get(request.path());
            if (page != null) page.handle(request);
            else forward(forwarding, request);
        });
        try {
            server.listen(address.getPort(), address.getHostString())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new CannotStart(
                    "The front cannot listen on %s (%s): choose another --port-base."
                            .formatted(address, e.getMessage()),
                    e);
        }
        Watch.over(instances.values(), vertx);
        return new Front(vertx);
    }

    private static void forward(Forwarding forwarding, HttpServerRequest request) {
        Optional.ofNullable(request.path())
                .flatMap(Routes::of)
                .ifPresentOrElse(
                        destination -> forwarding.forward(request, destination), () -> NO_SUCH_PATH.answer(request));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
