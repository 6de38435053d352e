package org.nuanxin.stack.issuer;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.nuanxin.events.Names;
import org.nuanxin.stack.web.Problem;

/** {@code /token}: pages exchange their code here (POST); a script just says who it is (GET with {@code ?as=}). */
final class TokenEndpoint implements Handler<HttpServerRequest> {
    private static final Problem WHO = new Problem(
            400,
            "Invalid",
            new Names(
                    "请用 ?as= 指定首页上列出的人员，例如 ?as=resident-1。",
                    "Say who by ?as=, with a person of the front page, such as ?as=resident-1."));
    private static final Problem GET_OR_POST = new Problem(
            405, "MethodNotAllowed", new Names("只支持 GET 和 POST。", "Only GET and POST are understood here."));

    private final People people;
    private final Codes codes;
    private final Tokens tokens;

    TokenEndpoint(People people, Codes codes, Tokens tokens) {
        this.people = people;
        this.codes = codes;
        this.tokens = tokens;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (HttpMethod.GET.equals(request.method())) {
            people.find(request.getParam("as"))
                    .ifPresentOrElse(person -> answer(request, 200, bearer(person)), () -> WHO.answer(request));
        } else if (HttpMethod.POST.equals(request.method())) {
            request.setExpectMultipart(true).endHandler(read -> exchange(request, request.formAttributes()));
        } else {
            GET_OR_POST.answer(request);
        }
    }

    /** Errors in the words of RFC 6749, 5.2, since OpenID libraries read them. */
    private void exchange(HttpServerRequest request, MultiMap form) {
        if (!"authorization_code".equals(form.get("grant_type"))) {
            answer(request, 400, new JsonObject().put("error", "unsupported_grant_type"));
            return;
        }
        codes.redeem(form.get("code"), form.get("client_id"), form.get("redirect_uri"), form.get("code_verifier"))
                .ifPresentOrElse(
                        grant -> answer(
                                request,
                                200,
                                bearer(grant.person())
                                        .put("id_token", tokens.id(grant.person(), grant.client(), grant.nonce()))),
                        () -> answer(request, 400, new JsonObject().put("error", "invalid_grant")));
    }

    private JsonObject bearer(Person person) {
        return new JsonObject()
                .put("access_token", tokens.access(person))
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFETIME.toSeconds());
    }

    private static void answer(HttpServerRequest request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }
}
