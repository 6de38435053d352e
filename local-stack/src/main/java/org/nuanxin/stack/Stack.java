package org.nuanxin.stack;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuanxin.stack.broker.BrokerProcess;
import org.nuanxin.stack.broker.Listeners;
import org.nuanxin.stack.broker.Topics;
import org.nuanxin.stack.demo.DemoData;
import org.nuanxin.stack.demo.DemoLoader;
import org.nuanxin.stack.front.Front;
import org.nuanxin.stack.front.FrontPage;
import org.nuanxin.stack.home.Addresses;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.home.Mark;
import org.nuanxin.stack.issuer.Issuer;
import org.nuanxin.stack.issuer.People;
import org.nuanxin.stack.processes.LastOneOut;
import org.nuanxin.stack.processes.StartCache;
import org.nuanxin.stack.recovery.Databases;
import org.nuanxin.stack.recovery.Journals;
import org.nuanxin.stack.services.Instance;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.services.ServiceSettings;
import org.nuanxin.stack.services.Services;
import org.nuanxin.stack.services.Ways;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;
import org.nuanxin.stack.start.Together;
import org.nuanxin.stack.store.Archive;
import org.nuanxin.stack.store.PostgresStore;

/** Starts everything: what others lean on first, the demo data last. */
final class Stack {
    private final Options options;
    private final Path checkout;
    private final Ports ports;
    private final Ways ways;
    private final Console console;
    private final Started started;

    Stack(Options options, Path checkout, Console console, Started started) {
        this.options = options;
        this.checkout = checkout;
        this.ports = new Ports(
                options.portBase(), options.instances(), options.broker().isEmpty());
        this.ways = new Ways(ports.front(), ports.postgres(), ports.kafka(), options.through());
        this.console = console;
        this.started = started;
    }

    void start(Path folder) throws IOException {
        Services.requireBuilt(checkout);
        options.beside().ifPresent(Services::requireBuilt);
        Home home = started.add(Home.open(folder, options.fresh()));
        Logging.to(home.log("stack"));
        ports.requireFree();
        addresses().write(home);
        started.add(LastOneOut.watch(home.folder("run")));
        People people = DemoData.people();
        Issuer issuer = Issuer.on(address(), people, home.secrets());
        boolean hadData = PostgresStore.hasData(home);
        Together.run(() -> front(issuer, people), () -> postgres(home), () -> kafka(home, hadData));
        services(issuer, home);
        fillKafka(home.refillNeeded());
        demo(people, issuer, home);
        console.allReady(issuer.url());
        if (options.browser()) Browser.open(issuer.url());
    }

    private Addresses addresses() {
        return new Addresses(
                "http://localhost:" + ports.front(),
                "localhost:" + ports.postgres(),
                kafkaAddress(),
                Instance.all(ports.instances()).stream()
                        .collect(Collectors.toMap(
                                Instance::name, instance -> "http://localhost:" + instance.port(ports.front()))));
    }

    private InetSocketAddress address() {
        return new InetSocketAddress("localhost", ports.front());
    }

    private void front(Issuer issuer, People people) {
        Map<String, Handler<HttpServerRequest>> pages = new HashMap<>(issuer.pages());
        pages.putAll(new FrontPage(issuer.url(), people, ports.front()).pages());
        started.add(Front.start(Vertx.vertx(), address(), listening(), pages));
        console.ready("front");
    }

    private Map<Service, List<SocketAddress>> listening() {
        return Instance.all(ports.instances()).stream()
                .collect(Collectors.groupingBy(
                        Instance::service,
                        Collectors.mapping(
                                instance -> SocketAddress.inetSocketAddress(ways.to(instance), "localhost"),
                                Collectors.toList())));
    }

    private void postgres(Home home) {
        Optional<Archive> archive = options.archive().map(Archive::new);
        started.add(PostgresStore.start(home, ports.postgres(), archive, Service.labels(), console));
        console.ready("postgres");
    }

    /** A Kafka without a single topic has nothing of what was ever sent: that must be known for as long as it is so. */
    private void kafka(Home home, boolean hadData) throws IOException {
        if (ports.ownKafka()) {
            StartCache.Use cacheUse = StartCache.Use.with(options.serviceOptions());
            started.add(BrokerProcess.start(home, listeners(), cacheUse, console));
        }
        try (Topics topics = Topics.at(kafkaAddress(), topicPrefix())) {
            if (hadData && topics.areMissing()) home.refillNeeded().set();
            topics.create();
        }
        console.ready("kafka");
    }

    private Listeners listeners() {
        return new Listeners(ports.kafka(), ports.kafkaController(), ways.listeners());
    }

    /** What the services know, and Kafka does not, was said by somebody: the journals say it again. */
    private void fillKafka(Mark needed) throws IOException {
        try {
            Databases databases = new Databases("localhost:" + ports.postgres(), null);
            new Journals(databases, console).refill(Service.labels(), needed);
        } catch (SQLException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private String kafkaAddress() {
        return options.broker().orElse("localhost:" + ports.kafka());
    }

    private String topicPrefix() {
        return options.cell().map(cell -> cell + ".").orElse("");
    }

    private void services(Issuer issuer, Home home) throws IOException {
        ServiceSettings settings = new ServiceSettings(
                checkout,
                ways,
                ports.instances(),
                options.beside(),
                options.broker(),
                topicPrefix(),
                issuer.url(),
                home.secrets().contactKey(),
                options.timeScale(),
                options.serviceOptions());
        Services services = started.add(new Services(settings, home, console));
        services.start();
        services.awaitReady();
    }

    /** At the first start only; the mark is set when all is there, so an interrupted loading is done again. */
    private void demo(People people, Issuer issuer, Home home) throws IOException {
        if (home.demoLoaded().stands()) return;
        new DemoLoader(issuer.url(), id -> issuer.token(people.find(id).orElseThrow())).load();
        home.demoLoaded().set();
        console.ready("demo data");
    }
}
