package org.nuanxin.stack.issuer;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.nuanxin.events.Names;
import org.nuanxin.stack.home.Secrets;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.web.Problem;

/** A small OpenID provider that believes whatever it is told, and therefore serves this machine only. */
public final class Issuer {
    /** A page of another site that points its own name at this machine must not get tokens either. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private static final Problem ELSEWHERE =
            new Problem(403, "Forbidden", new Names("仅限本机使用。", "For this machine only."));

    private final String url;
    private final People people;
    private final SigningKey key;
    private final Tokens tokens;
    private final Codes codes;

    private Issuer(String url, People people, SigningKey key) {
        this.url = url;
        this.people = people;
        this.key = key;
        this.tokens = new Tokens(url, key, InstantSource.system());
        this.codes = new Codes(InstantSource.system());
    }

    /** The issuer that will answer on that address; refused where other machines could reach it. */
    public static Issuer on(InetSocketAddress address, People people, Secrets secrets) throws IOException {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new CannotStart(
                    "The local sign-in gives a token to whoever asks: it runs on a loopback address only, not on %s."
                            .formatted(address.getHostString()));
        }
        return new Issuer("http://localhost:" + address.getPort(), people, SigningKey.kept(secrets));
    }

    /** The issuer of a container, for whoever sees to it that its port is published on a loopback address only. */
    public static Issuer published(String url, People people, Secrets secrets) throws IOException {
        return new Issuer(url, people, SigningKey.kept(secrets));
    }

    public String url() {
        return url;
    }

    /** An access token, without asking by HTTP. */
    public String token(Person person) {
        return tokens.access(person);
    }

    public Map<String, Handler<HttpServerRequest>> pages() {
        return Map.of(
                "/.well-known/openid-configuration", json(configuration()),
                "/jwks", json(key.jwks()),
                "/authorize", guarded(new PersonChooser(people, codes)),
                "/token", guarded(new TokenEndpoint(people, codes, tokens)));
    }

    private static Handler<HttpServerRequest> json(String body) {
        return request ->
                request.response().putHeader("Content-Type", "application/json").end(body);
    }

    private static Handler<HttpServerRequest> guarded(Handler<HttpServerRequest> page) {
        return request -> {
            String host = request.getHeader("Host");
            if (host != null && THIS_MACHINE.matcher(host).matches()) page.handle(request);
            else ELSEWHERE.answer(request);
        };
    }

    private String configuration() {
        return new JsonObject()
                .put("issuer", url)
                .put("authorization_endpoint", url + "/authorize")
                .put("token_endpoint", url + "/token")
                .put("jwks_uri", url + "/jwks")
                .put("response_types_supported", JsonArray.of("code"))
                .put("grant_types_supported", JsonArray.of("authorization_code"))
                .put("code_challenge_methods_supported", JsonArray.of("S256"))
                .put("subject_types_supported", JsonArray.of("public"))
                .put("id_token_signing_alg_values_supported", JsonArray.of("RS256"))
                .put("token_endpoint_auth_methods_supported", JsonArray.of("none"))
                .put("scopes_supported", JsonArray.of("openid"))
                .put("claims_supported", JsonArray.of("sub", "name", "groups", "places"))
                .encode();
    }
}
