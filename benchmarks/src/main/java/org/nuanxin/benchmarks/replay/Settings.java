package org.nuanxin.benchmarks.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the replay was asked for.
 *
 * @param speed how many times faster than life; the stack's time scale must be the same
 * @param url of a running stack, or null to start one
 */
record Settings(
        LocalDate day, int speed, long seed, @Nullable String url) {
    static final String USAGE = """
            ./bench replay [options]     a day of real cases through the loop, with simulated residents, volunteers and staff

              --day 2015-07-09   which of the days in benchmarks/data (their number in the year is divisible by ten)
              --speed 240        how many times faster than life (240: a day takes six minutes)
              --seed 1           of the simulated people's choices
              --url URL          use the stack that runs there with --time-scale equal to the speed, instead of starting one
            """;

    static Settings of(List<String> options) {
        Settings settings = new Settings(LocalDate.of(2015, 7, 9), 240, 1, null);
        for (Iterator<String> all = options.iterator(); all.hasNext(); ) {
            settings = settings.with(all.next(), all);
        }
        return settings;
    }

    private Settings with(String option, Iterator<String> all) {
        return switch (option) {
            case "--day" -> new Settings(LocalDate.parse(all.next()), speed, seed, url);
            case "--speed" -> new Settings(day, Integer.parseInt(all.next()), seed, url);
            case "--seed" -> new Settings(day, speed, Long.parseLong(all.next()), url);
            case "--url" -> new Settings(day, speed, seed, all.next());
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    /** How long something that takes so long in life takes in the replay. */
    Duration replayed(Duration inLife) {
        return inLife.dividedBy(speed);
    }
}
