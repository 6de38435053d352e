package org.nuanxin.benchmarks.candidates;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.dispatch.candidates.Wanted;

/** The search for candidates in cities of different size and the same density, in turns. */
final class SearchComparison {
    private static final int ROUNDS = 7;
    private static final int QUESTIONS = 20_000;
    private static final int ASKED = 3;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);
    private static final int[] SIZES = {1000, 10_000, 100_000};

    private static final int FAR_METRES = 2000;

    private final List<Place> places =
            IntStream.of(SIZES).mapToObj(size -> new Place(size, 0)).toList();
    private final Place roaming = new Place(SIZES[SIZES.length - 1], FAR_METRES);
    private final List<Place> all =
            Stream.concat(places.stream(), Stream.of(roaming)).toList();

    /** What has been measured in one city. */
    private static final class Place {
        final int volunteers;
        final City city;
        final List<Wanted> questions;
        final double[] medians = new double[ROUNDS];
        final double[] p99s = new double[ROUNDS];
        final double[] cpu = new double[ROUNDS];
        long asked;
        long found;

        Place(int volunteers, int radiusOfAThird) {
            this.volunteers = volunteers;
            this.city = new City(volunteers, radiusOfAThird, volunteers);
            this.questions = Stream.generate(city::wanted).limit(QUESTIONS).toList();
        }

        Histogram ask() {
            Histogram nanos = new Histogram(3);
            long end = System.nanoTime() + LONGEST_ROUND.toNanos();
            for (Wanted wanted : questions) {
                long began = System.nanoTime();
                if (began > end) break;
                found += city.index.best(wanted, ASKED).size();
                asked++;
                nanos.recordValue(System.nanoTime() - began);
            }
            return nanos;
        }

        void measure(int round) {
            long cpuBefore = Stopwatch.cpuNanos();
            Histogram nanos = ask();
            cpu[round] = (Stopwatch.cpuNanos() - cpuBefore) / 1e3 / nanos.getTotalCount();
            medians[round] = nanos.getValueAtPercentile(50) / 1e3;
            p99s[round] = nanos.getValueAtPercentile(99) / 1e3;
        }

        double median() {
            return Stopwatch.median(medians);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%10d %10.2f %10.2f %10.2f %10.2f",
                    volunteers,
                    median(),
                    Stopwatch.median(p99s),
                    Stopwatch.median(cpu),
                    (double) found / asked);
        }
    }

    void measure() {
        all.forEach(Place::ask);
        for (int round = 0; round < ROUNDS; round++) {
            for (Place place : all) place.measure(round);
        }
        System.out.printf(
                "the best %d of so many volunteers, medians of %d rounds of %d, in us%n%10s %10s %10s %10s %10s%n",
                ASKED, ROUNDS, QUESTIONS, "volunteers", "p50", "p99", "CPU", "found");
        places.forEach(System.out::println);
        System.out.printf("%s: a third of them come up to %d m of themselves, too%n", roaming, FAR_METRES);
    }

    void printFigures() {
        double largest = places.getLast().median();
        Figure.print("P7 candidate search at 100,000 volunteers, us", largest, "<= 10");
        Figure.print(
                "P7 growth from 1,000 to 100,000", largest / places.getFirst().median(), "<= 1.5");
    }
}
