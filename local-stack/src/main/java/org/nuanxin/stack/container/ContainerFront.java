package org.nuanxin.stack.container;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stack.demo.DemoData;
import org.nuanxin.stack.front.Front;
import org.nuanxin.stack.front.FrontPage;
import org.nuanxin.stack.home.Secrets;
import org.nuanxin.stack.issuer.Issuer;
import org.nuanxin.stack.issuer.People;
import org.nuanxin.stack.start.CannotStart;

/**
 * The front and the sign-in where they cannot know who reaches them: in a container they listen on every address, and whoever
 * runs it publishes the port on a loopback address. Anywhere else that is refused, since the sign-in believes everybody.
 */
final class ContainerFront implements AutoCloseable {
    /** One of these files is in every container of Docker or Podman. */
    static final List<Path> MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

    private final List<Path> marks;
    private final Upstreams upstreams;
    private volatile @Nullable Front front;

    ContainerFront(List<Path> marks, Upstreams upstreams) {
        this.marks = marks;
        this.upstreams = upstreams;
    }

    /**
     * @param url where people reach it; inside it listens on the same port
     * @param folder where the sign-in keeps its key, so that tokens outlive a restart
     */
    void start(String url, Path folder) throws IOException {
        if (marks.stream().noneMatch(Files::exists)) {
            throw new CannotStart("This is no container: the sign-in gives a token to whoever asks. Use ./start here.");
        }
        People people = DemoData.people();
        Issuer issuer = Issuer.published(url, people, new Secrets(Files.createDirectories(folder)));
        int port = URI.create(url).getPort();
        Map<String, Handler<HttpServerRequest>> pages = new HashMap<>(issuer.pages());
        pages.putAll(new FrontPage(url, people, port).pages());
        front = Front.start(vertx(), new InetSocketAddress("0.0.0.0", port), upstreams.addresses(), pages);
    }

    /** A service that is started anew has a new address under its old name. */
    private static Vertx vertx() {
        return Vertx.vertx(
                new VertxOptions().setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(1)));
    }

    @Override
    public void close() {
        Front started = front;
        if (started != null) started.close();
    }
}
