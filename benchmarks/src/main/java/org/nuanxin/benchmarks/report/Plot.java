package org.nuanxin.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over a common axis, in panels one below the other, as an SVG file that any browser shows. */
public final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 200;
    private static final int LEFT = 70;
    private static final int RIGHT = 220;
    private static final int MARGIN = 30;
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#d68910", "#16a085", "#7f8c8d", "#34495e");

    private final List<String> panels = new ArrayList<>();
    private final String title;
    private final String axis;

    /** @param axis what the numbers along the bottom are */
    public Plot(String title, String axis) {
        this.title = title;
        this.axis = axis;
    }

    /** One line of a panel. */
    public record Line(String name, List<Double> x, List<Double> y) {}

    /** A panel with an axis of its own, beginning at zero. */
    public Plot panel(String heading, List<Line> lines) {
        int top = 40 + panels.size() * (HEIGHT + 2 * MARGIN);
        double right = largest(lines.stream().map(Line::x).toList());
        double high = largest(lines.stream().map(Line::y).toList());
        StringBuilder panel = new StringBuilder();
        text(panel, LEFT, top - 6, "start", heading, "#000");
        panel.append(String.format(
                Locale.ROOT,
                "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#bbb'/>%n",
                LEFT,
                top,
                WIDTH - LEFT - RIGHT,
                HEIGHT));
        text(panel, LEFT - 6, top + 10, "end", number(high), "#555");
        text(panel, LEFT - 6, top + HEIGHT, "end", "0", "#555");
        text(panel, WIDTH - RIGHT, top + HEIGHT + 14, "end", number(right) + " " + axis, "#555");
        for (int i = 0; i < lines.size(); i++) {
            String colour = COLOURS.get(i % COLOURS.size());
            panel.append(line(lines.get(i), top, right, high, colour));
            text(
                    panel,
                    WIDTH - RIGHT + 8,
                    top + 12 + 14 * i,
                    "start",
                    lines.get(i).name(),
                    colour);
        }
        panels.add(panel.toString());
        return this;
    }

    public void write(Path file) throws IOException {
        int height = 40 + panels.size() * (HEIGHT + 2 * MARGIN);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='11'>%n",
                WIDTH,
                height));
        svg.append("<rect width='100%' height='100%' fill='#fff'/>\n");
        text(svg, LEFT, 16, "start", title, "#000");
        panels.forEach(svg::append);
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private static String line(Line line, int top, double right, double high, String colour) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x().size(); i++) {
            double x = LEFT + (right == 0 ? 0 : line.x().get(i) / right * (WIDTH - LEFT - RIGHT));
            double y = top + HEIGHT - (high == 0 ? 0 : line.y().get(i) / high * HEIGHT);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return String.format(
                Locale.ROOT, "<polyline fill='none' stroke='%s' stroke-width='1.3' points='%s'/>%n", colour, points);
    }

    private static double largest(List<List<Double>> all) {
        return all.stream()
                .flatMap(List::stream)
                .mapToDouble(value -> value)
                .max()
                .orElse(0);
    }

    private static void text(StringBuilder into, int x, int y, String anchor, String words, String colour) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;");
        into.append(String.format(
                Locale.ROOT, "<text x='%d' y='%d' text-anchor='%s' fill='%s'>%s</text>%n", x, y, anchor, colour, safe));
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
