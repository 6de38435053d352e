package org.nuanxin.stack.home;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the parts of a running stack listen, kept in {@code run/stack.properties} for a second start and for tools.
 *
 * @param instances of the services, by name
 */
public record Addresses(String front, String postgres, String kafka, Map<String, String> instances) {
    static final String FILE = "stack.properties";

    public void write(Home home) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "pid=" + ProcessHandle.current().pid(), "front=" + front, "postgres=" + postgres, "kafka=" + kafka));
        new TreeMap<>(instances).forEach((name, url) -> lines.add(name + "=" + url));
        Files.write(home.folder("run").resolve(FILE), lines);
    }

    static Addresses read(Path run) throws IOException {
        Properties file = new Properties();
        if (Files.exists(run.resolve(FILE))) {
            try (Reader reader = Files.newBufferedReader(run.resolve(FILE))) {
                file.load(reader);
            }
        }
        return new Addresses(
                file.getProperty("front", "it is just starting or stopping"),
                file.getProperty("postgres", ""),
                file.getProperty("kafka", ""),
                Map.of());
    }
}
