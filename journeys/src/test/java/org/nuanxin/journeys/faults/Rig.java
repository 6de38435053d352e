package org.nuanxin.journeys.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nuanxin.journeys.FreePorts;

/** A stack with a hand on everything of it: each process, each store and, where it was started here, each wire between two parts. */
public final class Rig implements AutoCloseable {
    static final List<String> SERVICES = List.of("intake", "dispatch", "volunteer", "feedback");

    private final URI front;
    private final Path home;
    private final Properties addresses = new Properties();
    private final Map<String, Link> links;
    private final @Nullable StackProcess stack;

    private Rig(URI front, Path home, Map<String, Link> links, @Nullable StackProcess stack) {
        this.front = front;
        this.home = home;
        this.links = links;
        this.stack = stack;
        try (BufferedReader file = Files.newBufferedReader(home.resolve("run/stack.properties"))) {
            addresses.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Around a stack that runs already: its wires cannot be cut. */
    public static Rig around(URI front, Path home) {
        return new Rig(front, home, Map.of(), null);
    }

    /**
     * With a wire between any two parts, on a stack of its own; or on the one whose data and first port the system properties
     * {@code faults.home} and {@code faults.port} name, started with {@code --through} eight ports above that.
     *
     * @param options further options of the services' JVMs
     */
    static Rig start(Ground ground, String options) throws IOException {
        int base = Integer.getInteger("faults.port", 0);
        if (base == 0) base = FreePorts.inARow(Wires.PORTS);
        Map<String, Link> links = Wires.of(base);
        URI front = URI.create("http://localhost:" + Wires.front(base));
        String running = System.getProperty("faults.home", "");
        if (running.isEmpty()) {
            StackProcess stack = StackProcess.start(ground, base, options);
            return new Rig(front, stack.home(), links, stack);
        }
        Wait.that("the stack to be ready", () -> Files.exists(Path.of(running, "demo-loaded")));
        return new Rig(front, Path.of(running), links, null);
    }

    URI url(String path) {
        return front.resolve(path);
    }

    Path logs() {
        return home.resolve("logs");
    }

    String kafka() {
        return addresses.getProperty("kafka");
    }

    Store store(String service) {
        return new Store(service, addresses.getProperty("postgres"));
    }

    List<Store> stores() {
        return SERVICES.stream().map(this::store).toList();
    }

    /** A service, {@code postgres} or {@code kafka}. */
    Part part(String name) {
        return new Part(name, home.resolve("run").resolve(name + ".pid"));
    }

    /** Of the two parts with a dash between them: who asks first. */
    Link link(String name) {
        Link link = links.get(name);
        if (link == null) throw new IllegalArgumentException("no link " + name);
        return link;
    }

    List<Link> linksTo(String part) {
        return links.values().stream()
                .filter(link -> link.name().endsWith("-" + part))
                .toList();
    }

    /** On this ground only. */
    Clocks clocks() {
        return Objects.requireNonNull(Objects.requireNonNull(stack).clocks());
    }

    /** On this ground only. */
    Disk disk() {
        return Objects.requireNonNull(Objects.requireNonNull(stack).disk());
    }

    /** Every part answers, and every wire is whole. */
    void mend() {
        links.values().forEach(Link::mend);
        SERVICES.forEach(service -> Wait.that(service + " to be ready", () -> ready(service)));
    }

    private boolean ready(String service) {
        return Calls.status(url("/" + service + "/q/health/ready")) == 200;
    }

    @Override
    public void close() {
        if (stack != null) stack.stop();
        links.values().forEach(Link::close);
    }
}
