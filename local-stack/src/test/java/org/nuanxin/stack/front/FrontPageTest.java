package org.nuanxin.stack.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Names;
import org.nuanxin.stack.issuer.People;
import org.nuanxin.stack.issuer.Person;

class FrontPageTest {
    HttpClient client = HttpClient.newHttpClient();
    Front front;
    String url;

    @BeforeEach
    void a_front_with_its_first_page() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Person leader = new Person(
                "building-leader-1", new Names("王<兰>", "Lan Wang"), List.of("building-leader"), List.of("building-1"));
        url = "http://localhost:" + port;
        FrontPage page = new FrontPage(url, new People(List.of(leader)), port);
        front = Front.start(Vertx.vertx(), new InetSocketAddress("localhost", port), Map.of(), page.pages());
    }

    @AfterEach
    void is_closed() {
        client.close();
        front.close();
    }

    @Test
    void says_in_chinese_who_is_who_and_what_to_copy() throws Exception {
        assertThat(page("/", "zh-CN,zh;q=0.9"))
                .contains("lang=\"zh-CN\"", "王&lt;兰&gt;", "building-leader-1", "building-1")
                .contains("curl -s %s/requests".formatted(url))
                .contains("/intake/q/openapi", "/feedback/q/openapi");
    }

    @Test
    void says_the_same_in_english_where_wanted() throws Exception {
        assertThat(page("/", "en-GB")).contains("lang=\"en\"", "Lan Wang", "Who is who");
        assertThat(page("/?lang=en", "zh-CN")).contains("Who is who");
    }

    private String page(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept-Language", language)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
