package org.nuanxin.stack.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;

/** Asks every instance again and again whether it is ready: one that ends says no before it stops answering. */
final class Watch {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client;

    private Watch(Vertx vertx) {
        this.client = vertx.createHttpClient();
    }

    /** Where there is only one instance, nobody else could take its calls. */
    static void over(Collection<Instances> services, Vertx vertx) {
        Watch watch = new Watch(vertx);
        services.stream()
                .filter(instances -> instances.all().size() > 1)
                .forEach(instances -> vertx.setPeriodic(EVERY.toMillis(), _ -> watch.look(instances)));
    }

    private void look(Instances instances) {
        for (SocketAddress instance : instances.all()) {
            ready(instance)
                    .onSuccess(ready -> {
                        if (ready) instances.isBack(instance);
                        else instances.isAway(instance);
                    })
                    .onFailure(_ -> instances.isAway(instance));
        }
    }

    private Future<Boolean> ready(SocketAddress instance) {
        return client.request(new RequestOptions()
                        .setServer(instance)
                        .setMethod(HttpMethod.GET)
                        .setURI("/q/health/ready")
                        .setTimeout(PATIENCE.toMillis()))
                .compose(question -> question.send().compose(Watch::isOk));
    }

    private static Future<Boolean> isOk(HttpClientResponse answer) {
        return answer.body().map(_ -> answer.statusCode() == 200);
    }
}
