package org.nuanxin.stack.issuer;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The question of a page "who is there?" (RFC 6749, 4.1.1, with the proof key of RFC 7636). */
record SignInRequest(String client, String redirect, String challenge, Optional<String> state, Optional<String> nonce) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Empty where a parameter is missing or wrong; then nobody is sent anywhere. */
    static Optional<SignInRequest> of(MultiMap parameters) {
        String client = parameters.get("client_id");
        String redirect = parameters.get("redirect_uri");
        String challenge = parameters.get("code_challenge");
        boolean asked = "code".equals(parameters.get("response_type"))
                && "S256".equals(parameters.get("code_challenge_method"));
        if (!asked || client == null || challenge == null || redirect == null || !here(redirect))
            return Optional.empty();
        return Optional.of(new SignInRequest(
                client,
                redirect,
                challenge,
                Optional.ofNullable(parameters.get("state")),
                Optional.ofNullable(parameters.get("nonce"))));
    }

    private static boolean here(String redirect) {
        try {
            URI uri = URI.create(redirect);
            @Nullable String host = uri.getHost();
            return "http".equals(uri.getScheme()) && host != null && THIS_MACHINE.contains(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    Grant grant(Person person) {
        return new Grant(person, client, redirect, challenge, nonce);
    }

    String answer(String code) {
        QueryStringEncoder back = new QueryStringEncoder("");
        back.addParam("code", code);
        state.ifPresent(value -> back.addParam("state", value));
        String parameters = back.toString().substring(1);
        return redirect + (redirect.contains("?") ? "&" : "?") + parameters;
    }
}
