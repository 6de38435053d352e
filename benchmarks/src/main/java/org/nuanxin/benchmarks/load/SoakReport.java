package org.nuanxin.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nuanxin.benchmarks.report.Plot;
import org.nuanxin.benchmarks.report.Series;

/** What a soak has shown: a plot, how each gauge grew, and a line per figure. */
final class SoakReport {
    /** In the order of the panels; each with the end of the names of its gauges. */
    private static final List<String> PANELS = List.of(
            " pss MB", " heap MB", " files", " tables MB", " timers", " unsent", " consumer lag", " timer lag s");

    private final Series series;
    private final Path folder;

    SoakReport(Series series, Path folder) {
        this.series = series;
        this.folder = folder;
    }

    static double sum(Series series, String ending) {
        return named(series, ending).stream().mapToDouble(series::last).sum();
    }

    private static List<String> named(Series series, String ending) {
        return series.names().stream()
                .filter(name -> name.endsWith(ending) && !name.contains("."))
                .toList();
    }

    void print(Tally tally, long closed) throws IOException {
        plot();
        System.out.printf("%-34s %12s %12s %12s %14s%n", "gauge", "first", "last", "largest", "grows an hour");
        PANELS.forEach(panel -> named(series, panel).forEach(this::line));
        tablesThatGrow();
        System.out.println("submissions " + tally);
        System.out.println("plot and table in " + folder);
        figure("soak minutes", series.seconds().getLast() / 60);
        figure("soak submitted", tally.accepted().count());
        figure("soak closed", closed);
        figure(
                "soak not accepted",
                tally.turnedAway().count()
                        + tally.others().values().stream().mapToLong(n -> n).sum());
        figure("soak submission p99, ms", tally.accepted().millis(99));
        for (String gauge : List.of(" pss MB", " heap MB", " files", " threads", " timers", " tables MB")) {
            double slope =
                    named(series, gauge).stream().mapToDouble(series::perHour).sum();
            figure("soak" + gauge + " grow an hour", slope);
        }
        for (String gauge : List.of(" unsent", " consumer lag", " timer lag s", " dead letters")) {
            figure("soak" + gauge + " at the end", sum(series, gauge));
        }
    }

    private void plot() throws IOException {
        List<Double> minutes =
                series.seconds().stream().map(second -> second / 60).toList();
        Plot plot = new Plot("Soak: " + Math.round(series.last("submitted")) + " submissions", "min");
        plot.panel("submission ms", lines(minutes, List.of("submission p50 ms", "submission p99 ms")));
        PANELS.forEach(panel -> plot.panel(panel.strip(), lines(minutes, named(series, panel))));
        plot.write(folder.resolve("soak.svg"));
    }

    private List<Plot.Line> lines(List<Double> minutes, List<String> names) {
        return names.stream()
                .map(name -> new Plot.Line(name, minutes, series.of(name)))
                .toList();
    }

    /** All tables would be too many to read. */
    private void tablesThatGrow() {
        series.names().stream()
                .filter(name -> name.contains(".") && series.perHour(name) >= 1)
                .sorted((one, other) -> Double.compare(series.perHour(other), series.perHour(one)))
                .forEach(this::line);
    }

    private void line(String name) {
        System.out.printf(
                Locale.ROOT,
                "%-34s %12.1f %12.1f %12.1f %14.1f%n",
                name,
                series.of(name).getFirst(),
                series.last(name),
                series.largest(name),
                series.perHour(name));
    }

    private static void figure(String name, Number value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, value.doubleValue());
    }
}
