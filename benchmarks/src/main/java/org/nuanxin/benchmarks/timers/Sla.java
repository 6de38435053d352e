package org.nuanxin.benchmarks.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.nuanxin.dispatch.handling.TimerKey;

/** The timers of the response clock, each of which writes a state, events, an alert and the timer of its climbing. */
enum Sla {
    FIRST_WARNING(new TimerKey(TimerKey.Kind.RESPONSE_WARNING, "1")),
    SECOND_WARNING(new TimerKey(TimerKey.Kind.RESPONSE_WARNING, "2")),
    BREACH(new TimerKey(TimerKey.Kind.RESPONSE_BREACH, ""));

    private static final City CITY = new City();
    private final String kind;
    private final Duration after;

    Sla(TimerKey key) {
        this.kind = key.text();
        this.after = after(key);
    }

    String kind() {
        return kind;
    }

    /** A request whose next timer of this kind is due at a time, with all that has happened to it until then. */
    static Story due(int n, Instant at) {
        Sla kind = values()[n % values().length];
        return Story.of(CITY.request(n, at.minus(kind.after)), CITY).before(at);
    }

    static Sla of(int n) {
        return values()[n % values().length];
    }

    private static Duration after(TimerKey key) {
        City city = new City();
        Instant begin = Instant.EPOCH;
        Story story = Story.of(city.request(0, begin), city);
        return Duration.between(begin, Objects.requireNonNull(story.timers().get(key)));
    }
}
