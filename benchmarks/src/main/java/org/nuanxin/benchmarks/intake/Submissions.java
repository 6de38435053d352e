package org.nuanxin.benchmarks.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.benchmarks.report.Times;

/** Submits over HTTP: as fast as so many connections can, or at a rate that does not wait for the answers. */
public final class Submissions implements AutoCloseable {
    private static final Buffer BODY = Buffer.buffer("""
            {"serviceType":"haircut-at-home","placeId":"grid-1-1-01","description":"A haircut for a bedridden parent",\
            "address":{"text":"Building 3, room 502","floor":5,"lift":false},"contact":{"name":"李梅","phone":"13800000001"}}""");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http;
    private final RequestOptions request;
    private final AtomicLong refused = new AtomicLong();
    private volatile String lastRefusal = "";

    public Submissions(int port, int connections, String token) {
        http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("localhost")
                .setPort(port)
                .setURI("/requests")
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
    }

    /** Accepted submissions a second; each connection sends its next when it has the answer to its last. */
    public double perSecond(int connections, Duration during) throws InterruptedException {
        AtomicLong accepted = new AtomicLong();
        CountDownLatch done = new CountDownLatch(connections);
        long began = System.nanoTime();
        long end = began + during.toNanos();
        for (int i = 0; i < connections; i++) {
            again(end, accepted, done);
        }
        done.await();
        return accepted.get() * 1e9 / (System.nanoTime() - began);
    }

    /** How long an answer takes at a given rate, from when its submission should have been sent. */
    Times at(double perSecond, Duration during) throws InterruptedException {
        Times times = new Times();
        int many = (int) (perSecond * during.toMillis() / 1000);
        CountDownLatch done = new CountDownLatch(many);
        long began = System.nanoTime();
        AtomicLong sent = new AtomicLong();
        vertx.setPeriodic(1, timer -> {
            long due = (long) ((System.nanoTime() - began) / 1e9 * perSecond);
            for (long i = sent.get(); i < Math.min(many, due); i = sent.incrementAndGet()) {
                long intended = began + (long) (i * 1e9 / perSecond);
                submit().onComplete(answer -> {
                    times.record(Duration.ofNanos(System.nanoTime() - intended));
                    done.countDown();
                });
            }
            if (sent.get() >= many) {
                vertx.cancelTimer(timer);
            }
        });
        done.await();
        return times;
    }

    /** How many were not answered 201; said once, with the last of them. */
    public void complain() {
        if (refused.get() > 0) {
            System.out.printf("%d submissions were not accepted, the last: %s%n", refused.get(), lastRefusal);
        }
    }

    private void again(long end, AtomicLong accepted, CountDownLatch done) {
        if (System.nanoTime() >= end) {
            done.countDown();
            return;
        }
        submit().onComplete(answer -> {
            if (answer.succeeded() && answer.result()) {
                accepted.incrementAndGet();
            }
            again(end, accepted, done);
        });
    }

    private Future<Boolean> submit() {
        RequestOptions mine = new RequestOptions(request)
                .putHeader("Idempotency-Key", UUID.randomUUID().toString());
        return http.request(mine)
                .compose(sending -> sending.send(BODY))
                .compose(answer -> answer.body().map(body -> accepted(answer.statusCode(), body)))
                .onFailure(failure -> accepted(0, Buffer.buffer(String.valueOf(failure))));
    }

    private boolean accepted(int status, Buffer body) {
        if (status == 201) {
            return true;
        }
        refused.incrementAndGet();
        lastRefusal = status + " " + body;
        return false;
    }

    @Override
    public void close() {
        vertx.close();
    }
}
