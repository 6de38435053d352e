package org.nuanxin.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nuanxin.benchmarks.stack.RunningStack;
import org.nuanxin.benchmarks.start.Memory;

/** What can be read off a running stack from outside: its processes, its metrics, its tables, its consumers. */
final class Gauges implements AutoCloseable {
    static final List<String> SERVICES = List.of("intake", "dispatch", "volunteer", "feedback");

    private final RunningStack stack;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Tables tables;
    private final Lags lags;

    Gauges(RunningStack stack) throws IOException, SQLException {
        this.stack = stack;
        this.tables = new Tables(stack.address("postgres"));
        this.lags = new Lags(stack.address("kafka"));
    }

    Map<String, Double> read() throws IOException, SQLException, InterruptedException {
        Map<String, Double> values = new TreeMap<>();
        for (int number = 0; number < SERVICES.size(); number++) {
            String service = SERVICES.get(number);
            Memory memory = Memory.of(stack.pid(service));
            values.put(service + " pss MB", memory.share());
            values.put(service + " anonymous MB", memory.anonymous());
            values.put(service + " files", files(stack.pid(service)));
            values.putAll(metrics(service, stack.port(number + 1)));
        }
        values.putAll(tables.read());
        values.putAll(lags.read());
        return values;
    }

    private static double files(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return open.count();
        }
    }

    private Map<String, Double> metrics(String service, int port) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> page = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/metrics"))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        Map<String, Double> values = new TreeMap<>();
        try (Stream<String> lines = page.body()) {
            lines.forEach(line -> {
                String value = line.substring(line.lastIndexOf(' ') + 1);
                if (line.startsWith("jvm_memory_used_bytes{area=\"heap\"")) {
                    values.merge(service + " heap MB", Double.parseDouble(value) / (1 << 20), Double::sum);
                } else if (line.startsWith("nuanxin_journal_lag_seconds ")) {
                    values.put(service + " journal lag s", Double.parseDouble(value));
                } else if (line.startsWith("nuanxin_timer_lag_seconds_max ")) {
                    values.put(service + " timer lag s", Double.parseDouble(value));
                } else if (line.startsWith("jvm_threads_live_threads ")) {
                    values.put(service + " threads", Double.parseDouble(value));
                }
            });
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        tables.close();
        lags.close();
    }
}
