package org.nuanxin.stack.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.nuanxin.events.Names;

/** An answer that is no success (RFC 9457). */
public record Problem(int status, String title, Names detail) {
    public void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) return;
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", Language.of(request).of(detail))
                .put("instance", request.path());
        if (status == 503) response.putHeader("Retry-After", "1");
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body.encode());
    }
}
