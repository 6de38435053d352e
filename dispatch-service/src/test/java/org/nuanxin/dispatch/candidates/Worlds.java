package org.nuanxin.dispatch.candidates;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.dispatch.policy.Weights;
import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

/** Volunteers and requests of any kind in a world of so many degrees around a corner. */
final class Worlds {
    static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final List<String> SKILLS = List.of("locksmith", "haircut", "rider");

    private final Random random;
    private final double lat;
    private final double lon;
    private final double size;

    Worlds(Random random, double lat, double lon, double size) {
        this.random = random;
        this.lat = lat;
        this.lon = lon;
        this.size = size;
    }

    Helper helper(String name) {
        Position position = position();
        Volunteers who = Volunteers.named(name)
                .at(position.lat(), position.lon())
                .belongingTo(path().toArray(String[]::new))
                .serving(Stream.of(any(path()), any(path()))
                        .limit(random.nextInt(3))
                        .distinct()
                        .toArray(String[]::new))
                .within(random.nextInt(3) == 0 ? random.nextInt(5000) : 0)
                .by(any(List.of(TravelMode.values())))
                .roomFor(1 + random.nextInt(3))
                .remembered(standing())
                .skilled(skills());
        who.holding(random.nextInt(3) % 2);
        if (random.nextInt(4) == 0) who.offDuty();
        if (random.nextInt(4) == 0) who.onCall();
        if (random.nextInt(9) == 0) who.unverified();
        if (random.nextInt(4) == 0) who.quiet(LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 0));
        if (random.nextInt(4) == 0) who.onShift(NOW.plusSeconds(random.nextInt(9000)), NOW.plusSeconds(9000));
        if (random.nextInt(9) == 0) who.apartFrom("resident-" + random.nextInt(3));
        return who.helper();
    }

    Wanted wanted(List<UUID> known) {
        Set<UUID> notThese =
                IntStream.range(0, random.nextInt(5)).mapToObj(i -> any(known)).collect(Collectors.toSet());
        return new Wanted(
                any(SKILLS),
                any(List.of(Urgency.values())),
                "community-" + random.nextInt(4),
                path(),
                position(),
                any(List.of(Reach.values())),
                random.nextInt(3000),
                NOW,
                random.nextBoolean() ? NOW : NOW.plusSeconds(random.nextInt(9000)),
                ZoneId.of("Asia/Shanghai"),
                notThese,
                Set.of("resident-" + random.nextInt(3)),
                new Weights(random.nextInt(900), random.nextInt(90), random.nextInt(900), random.nextInt(300)),
                new AlertLimits(2, 1 + random.nextInt(3)));
    }

    private VerifiedSkill[] skills() {
        return SKILLS.stream()
                .filter(skill -> random.nextBoolean())
                .map(skill -> new VerifiedSkill(skill, random.nextInt(5) == 0 ? NOW.plusSeconds(3600) : null))
                .toArray(VerifiedSkill[]::new);
    }

    private Standing standing() {
        int ratings = random.nextInt(3) * 10;
        List<Instant> helped = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> NOW.minus(Duration.ofDays(random.nextInt(10))))
                .toList();
        return new Standing(
                AlertLimits.since(NOW), random.nextInt(3), helped, null, ratings, ratings * (1 + random.nextInt(5)), 0);
    }

    private Position position() {
        double east = lon + random.nextDouble() * size;
        return new Position(Math.min(90, lat + random.nextDouble() * size), east > 180 ? east - 360 : east);
    }

    private List<String> path() {
        int community = random.nextInt(4);
        String compound = "compound-" + community + "-" + random.nextInt(3);
        return List.of("street-1", "community-" + community, compound, compound + "-grid-" + random.nextInt(3));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
