package org.nuanxin.benchmarks.replay;

import java.time.Duration;
import java.util.Random;

/** How simulated people behave; all chance is drawn from one seed. */
final class People {
    private static final double ACCEPTS = 0.55;
    private static final double REFUSES = 0.15;
    private static final double SOLVED = 0.9;
    private static final Duration THINKS = Duration.ofSeconds(50);
    private static final Duration WORKS = Duration.ofMinutes(25);
    private static final Duration LATEST_RATING = Duration.ofHours(3);

    enum Answer {
        ACCEPT,
        REFUSE,
        SILENCE
    }

    private final Random random;
    private final Settings settings;

    People(Settings settings) {
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    Answer answer() {
        double drawn = random.nextDouble();
        return drawn < ACCEPTS ? Answer.ACCEPT : drawn < ACCEPTS + REFUSES ? Answer.REFUSE : Answer.SILENCE;
    }

    String solved() {
        return random.nextDouble() < SOLVED ? "yes" : "partly";
    }

    int score() {
        return 3 + random.nextInt(3);
    }

    void think() {
        pause(Math.min(4, -Math.log(1 - random.nextDouble())) * THINKS.toMillis());
    }

    /** On an e-bike, 250 m a minute, and a minute to find the door. */
    void travel(int metres) {
        pause((metres * 1.3 / 250 + 1) * 60_000);
    }

    void work() {
        pause(WORKS.toMillis() * (0.5 + random.nextDouble()));
    }

    void hesitateToRate() {
        pause(LATEST_RATING.toMillis() * random.nextDouble());
    }

    private void pause(double millisInLife) {
        try {
            Thread.sleep(settings.replayed(Duration.ofMillis((long) millisInLife)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
