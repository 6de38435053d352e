package org.nuanxin.benchmarks.report;

import java.util.Locale;

/** One figure of the list of goals, printed as {@code P1 0.64 (goal >= 0.7)}. */
public final class Figure {
    private Figure() {}

    public static void print(String name, double value, String goal) {
        System.out.printf(Locale.ROOT, "%s %.2f (goal %s)%n", name, value, goal);
    }
}
