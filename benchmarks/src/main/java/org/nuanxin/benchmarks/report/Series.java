package org.nuanxin.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readings of many gauges over time. All are read at once; a gauge that comes later is zero before. */
public final class Series {
    private final List<Double> seconds = new ArrayList<>();
    private final Map<String, List<Double>> readings = new LinkedHashMap<>();

    /** @param at seconds since the beginning */
    public void add(double at, Map<String, Double> values) {
        values.keySet().forEach(name -> readings.computeIfAbsent(name, _ -> zeros(seconds.size())));
        seconds.add(at);
        readings.forEach((name, all) -> all.add(values.getOrDefault(name, 0.0)));
    }

    private static List<Double> zeros(int many) {
        return new ArrayList<>(Stream.generate(() -> 0.0).limit(many).toList());
    }

    public List<String> names() {
        return List.copyOf(readings.keySet());
    }

    public List<Double> seconds() {
        return seconds;
    }

    public List<Double> of(String name) {
        return readings.getOrDefault(name, List.of());
    }

    public double last(String name) {
        return of(name).isEmpty() ? 0 : of(name).getLast();
    }

    public double largest(String name) {
        return of(name).stream().mapToDouble(value -> value).max().orElse(0);
    }

    /** How much a gauge grows in an hour, by least squares over the second half: what warms up does so before. */
    public double perHour(String name) {
        int from = seconds.size() / 2;
        List<Double> x = seconds.subList(from, seconds.size());
        List<Double> y = of(name).subList(from, seconds.size());
        double meanX = x.stream().mapToDouble(v -> v).average().orElse(0);
        double meanY = y.stream().mapToDouble(v -> v).average().orElse(0);
        double up = 0;
        double along = 0;
        for (int i = 0; i < x.size(); i++) {
            up += (x.get(i) - meanX) * (y.get(i) - meanY);
            along += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        return along == 0 ? 0 : 3600 * up / along;
    }

    /** One line per reading, one column per gauge. */
    public void writeCsv(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("seconds," + String.join(",", readings.keySet()));
        for (int i = 0; i < seconds.size(); i++) {
            int row = i;
            lines.add(Stream.concat(
                            Stream.of(seconds.get(row)),
                            readings.values().stream().map(all -> all.get(row)))
                    .map(value -> String.format(Locale.ROOT, "%.3f", value))
                    .collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }
}
