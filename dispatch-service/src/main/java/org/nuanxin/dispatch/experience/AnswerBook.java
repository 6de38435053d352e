package org.nuanxin.dispatch.experience;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All answers in memory, and what they let expect; safe for many threads. Everything is written down as if it had been answered
 * at one and the same time, so that it can be summed up: what was answered later counts for more than one then.
 */
public final class AnswerBook {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Any time would do; so near to what is counted, nothing becomes too large to be said. */
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<Line, AnswerCounts> lines = new ConcurrentHashMap<>();
    private final Map<Kind, AnswerCounts> kinds = new ConcurrentHashMap<>();
    private final Map<UUID, AnswerCounts> volunteers = new ConcurrentHashMap<>();
    private volatile AnswerCounts all = AnswerCounts.NONE;

    /** A kind of matter at an hour of the day: at three in the morning people answer otherwise. */
    public record Kind(String serviceType, int hour) {
        public static Kind of(String serviceType, Instant at) {
            return new Kind(serviceType, at.atZone(ZONE).getHour());
        }
    }

    /** One volunteer at one kind. */
    public record Line(UUID volunteerId, Kind kind) {}

    /**
     * What is now known, in the place of what was.
     *
     * @param at when it counted for so much
     */
    public synchronized void put(Line line, AnswerCounts counts, Instant at) {
        AnswerCounts then = counts.aged(at, THEN);
        AnswerCounts known = lines.put(line, then);
        AnswerCounts news = known == null ? then : then.minus(known);
        kinds.merge(line.kind(), news, AnswerCounts::plus);
        volunteers.merge(line.volunteerId(), news, AnswerCounts::plus);
        all = all.plus(news);
    }

    /** What the answers of a line count for at a time. */
    public AnswerCounts counts(Line line, Instant at) {
        return at(at, lines.get(line));
    }

    /** How likely the volunteer accepts such an offer in time, if asked then. */
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        Kind kind = Kind.of(serviceType, at);
        return Acceptance.of(
                at(at, all),
                at(at, kinds.get(kind)),
                at(at, volunteers.get(volunteerId)),
                counts(new Line(volunteerId, kind), at));
    }

    private static AnswerCounts at(Instant at, @Nullable AnswerCounts then) {
        return then == null ? AnswerCounts.NONE : then.aged(THEN, at);
    }
}
