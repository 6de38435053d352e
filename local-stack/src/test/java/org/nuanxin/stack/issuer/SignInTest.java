package org.nuanxin.stack.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.Names;
import org.nuanxin.stack.front.Front;
import org.nuanxin.stack.home.Home;

class SignInTest {
    static final Person MEI = new Person("resident-1", new Names("李梅", "Mei Li"), List.of("resident"), List.of());
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";
    static final String QUESTION = "/authorize?response_type=code&client_id=console&state=s%26t&nonce=n1"
            + "&redirect_uri=http://localhost:9999/back&code_challenge_method=S256&code_challenge="
            + Codes.challenge(VERIFIER);

    @TempDir
    Path folder;

    HttpClient client = HttpClient.newHttpClient();
    Home home;
    Front front;
    String url;

    @BeforeEach
    void a_front_with_the_sign_in() throws IOException {
        home = Home.open(folder, false);
        InetSocketAddress address = new InetSocketAddress("localhost", freePort());
        Issuer issuer = Issuer.on(address, new People(List.of(MEI)), home.secrets());
        front = Front.start(Vertx.vertx(), address, Map.of(), issuer.pages());
        url = issuer.url();
    }

    @AfterEach
    void is_closed() {
        client.close();
        front.close();
        home.close();
    }

    @Test
    void lets_a_page_choose_a_person_and_exchange_the_code_once() throws Exception {
        assertThat(get(QUESTION).body()).contains("李梅", "as=resident-1");
        String back = get(QUESTION + "&as=resident-1")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith("http://localhost:9999/back?code=").endsWith("&state=s%26t");
        String code = back.replaceAll(".*code=([^&]*).*", "$1");

        HttpResponse<String> exchanged = exchange(code, VERIFIER);
        HttpResponse<String> again = exchange(code, VERIFIER);

        JsonObject tokens = new JsonObject(exchanged.body());
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(claims(tokens.getString("access_token")).getString("aud")).isEqualTo("nuanxin");
        assertThat(claims(tokens.getString("id_token")).getString("aud")).isEqualTo("console");
        assertThat(claims(tokens.getString("id_token")).getString("nonce")).isEqualTo("n1");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void asks_for_the_verifier_of_the_page_that_began() throws Exception {
        String back = get(QUESTION + "&as=resident-1")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> stolen = exchange(back.replaceAll(".*code=([^&]*).*", "$1"), "another-verifier");

        assertThat(stolen.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redirect_uri=http://elsewhere.example/back",
                "redirect_uri=javascript:alert(1)",
                "redirect_uri=http://localhost.elsewhere.example/",
                "code_challenge_method=plain",
                "response_type=token",
            })
    void sends_nobody_anywhere_when_the_question_is_wrong(String wrong) throws Exception {
        String parameter = wrong.substring(0, wrong.indexOf('='));

        HttpResponse<String> answer = get(QUESTION.replaceAll(parameter + "=[^&]*", wrong) + "&as=resident-1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void gives_a_script_its_token_and_no_other_site() throws Exception {
        JsonObject answer = new JsonObject(get("/token?as=resident-1").body());

        assertThat(claims(answer.getString("access_token")).getString("sub")).isEqualTo("resident-1");
        assertThat(answer.getInteger("expires_in")).isPositive();
        assertThat(get("/token?as=nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void tells_where_everything_is() throws Exception {
        JsonObject configuration =
                new JsonObject(get("/.well-known/openid-configuration").body());

        assertThat(configuration.getString("issuer")).isEqualTo(url);
        assertThat(get(configuration.getString("jwks_uri").substring(url.length()))
                        .body())
                .contains("\"kty\":\"RSA\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> exchange(String code, String verifier) throws Exception {
        String form =
                "grant_type=authorization_code&client_id=console&redirect_uri=http://localhost:9999/back&code=%s&code_verifier=%s"
                        .formatted(code, verifier);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonObject claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
