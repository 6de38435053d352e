package org.nuanxin.dispatch.experience;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All answers in memory, and what they let expect; safe for many threads. */
public final class AnswerBook {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

    /** What is now known, in the place of what was. */
    public synchronized void put(Line line, AnswerCounts counts) {
        AnswerCounts known = lines.put(line, counts);
        AnswerCounts news = known == null ? counts : counts.minus(known);
        kinds.merge(line.kind(), news, AnswerCounts::plus);
        volunteers.merge(line.volunteerId(), news, AnswerCounts::plus);
        all = all.plus(news);
    }

    public AnswerCounts counts(Line line) {
        return lines.getOrDefault(line, AnswerCounts.NONE);
    }

    /** How likely the volunteer accepts such an offer in time, if asked then. */
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        Kind kind = Kind.of(serviceType, at);
        return Acceptance.of(
                all,
                kinds.getOrDefault(kind, AnswerCounts.NONE),
                volunteers.getOrDefault(volunteerId, AnswerCounts.NONE),
                counts(new Line(volunteerId, kind)));
    }
}
