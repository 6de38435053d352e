package org.nuanxin.dispatch.webhook.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.nuanxin.dispatch.webhook.address.Destination;
import org.nuanxin.dispatch.webhook.address.Destinations;
import org.nuanxin.dispatch.webhook.address.NotAllowed;

/**
 * Carries one message to its subscriber by HTTP: to the very machine that has just been checked, without following where it
 * points, on a connection of its own, and never longer than the settings say. Of the answer only the status is read.
 */
@ApplicationScoped
class Courier {
    private static final int NAME_LOOKUPS = 32;
    private static final int CONNECTIONS_TO_ONE_HOST = 256;

    private final Destinations destinations;
    private final WorkerExecutor names;
    private final HttpClient client;
    private final long timeoutMillis;

    Courier(Vertx vertx, Destinations destinations, DeliverySettings settings) {
        this.destinations = destinations;
        this.names = vertx.createSharedWorkerExecutor("webhook-names", NAME_LOOKUPS);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS_TO_ONE_HOST));
        this.timeoutMillis = settings.timeout().toMillis();
    }

    /** Never fails: what goes wrong is an outcome too. */
    Future<Outcome> carry(Attempt attempt) {
        return names.executeBlocking(() -> options(destinations.of(attempt.url()), attempt), false)
                .compose(client::request)
                .compose(request -> send(request, attempt))
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .map(status -> Outcome.answered(attempt, status))
                .otherwise(failure -> Outcome.failed(attempt, code(failure)));
    }

    private Future<Integer> send(HttpClientRequest request, Attempt attempt) {
        return request.send(Buffer.buffer(attempt.body()))
                .map(HttpClientResponse::statusCode)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .eventually(() -> request.connection().close());
    }

    private static RequestOptions options(Destination destination, Attempt attempt) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        new InetSocketAddress(destination.machine(), destination.port())))
                .setSsl(destination.secure())
                .setHost(destination.host())
                .setPort(destination.port())
                .setURI(destination.target())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Nuanxin-Webhooks")
                .putHeader("webhook-id", attempt.deliveryId().toString())
                .putHeader("webhook-timestamp", String.valueOf(attempt.at().getEpochSecond()))
                .putHeader("webhook-signature", attempt.signature());
    }

    private static String code(Throwable failure) {
        return switch (failure) {
            case NotAllowed refused -> refused.reason().name();
            case TimeoutException _ -> "TIMEOUT";
            case SSLException _ -> "TLS";
            default -> "NO_CONNECTION";
        };
    }
}
