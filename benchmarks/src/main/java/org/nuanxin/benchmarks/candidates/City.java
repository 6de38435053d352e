package org.nuanxin.benchmarks.candidates;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.VolunteerIndex;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.handling.Matter;
import org.nuanxin.dispatch.handling.Wanting;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/**
 * A city of so many volunteers, one for each hectare whatever its size: micro-grids of 300 m, communities of 1.5 km, ten
 * skills of which everybody has one or two. What is asked comes from anywhere. All serve their grid and their community; a third
 * may also come some way of themselves.
 */
final class City {
    private static final double METRES_EACH = 100;
    private static final double DEGREES_PER_METRE = 1 / 111_195.0;
    private static final int GRID = 300;
    private static final int COMMUNITY = 1500;
    private static final int SKILLS = 10;
    private static final List<TravelMode> MODES = List.of(TravelMode.WALK, TravelMode.EBIKE, TravelMode.CAR);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final Random random;
    private final double side;
    private final int radiusOfAThird;
    final VolunteerIndex index = new VolunteerIndex();

    City(int volunteers, int radiusOfAThird, long seed) {
        random = new Random(seed);
        this.radiusOfAThird = radiusOfAThird;
        side = Math.sqrt(volunteers) * METRES_EACH;
        for (int i = 0; i < volunteers; i++) index.put(helper());
    }

    Wanted wanted() {
        double north = random.nextDouble() * side;
        double east = random.nextDouble() * side;
        Matter matter = new Matter(
                new UUID(0, 0),
                community(north, east),
                1,
                "NX",
                "lock-opening",
                HandledBy.VOLUNTEERS,
                skill(),
                Urgency.URGENT,
                Visibility.PERSONAL,
                path(north, east),
                position(north, east),
                null,
                null,
                null,
                "resident-1",
                "resident-1",
                null,
                List.of(),
                NOON);
        return Wanting.of(matter, DefaultPolicies.of(Urgency.URGENT), Reach.SERVING, NOON, Set.of());
    }

    private Helper helper() {
        double north = random.nextDouble() * side;
        double east = random.nextDouble() * side;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        List<String> path = path(north, east);
        VolunteerChanged profile = new VolunteerChanged(
                id,
                1,
                id.toString(),
                null,
                Holder.Kind.VOLUNTEER,
                true,
                random.nextBoolean() ? List.of(seen()) : List.of(seen(), seen()),
                path,
                List.of(path.getLast(), path.get(1)),
                radiusOfAThird > 0 && random.nextInt(3) == 0 ? radiusOfAThird : 0,
                position(north, east),
                random.nextInt(3) > 0,
                random.nextInt(4) == 0,
                2,
                MODES.get(random.nextInt(3)),
                null,
                null,
                List.of(),
                NOON);
        return new Helper(profile, profile.position(), random.nextInt(2));
    }

    private VerifiedSkill seen() {
        return new VerifiedSkill(skill(), null);
    }

    private String skill() {
        return "skill-" + random.nextInt(SKILLS);
    }

    private static List<String> path(double north, double east) {
        String grid = "grid-" + (int) (north / GRID) + "-" + (int) (east / GRID);
        return List.of("street-1", community(north, east), "compound-" + grid, grid);
    }

    private static String community(double north, double east) {
        return "community-" + (int) (north / COMMUNITY) + "-" + (int) (east / COMMUNITY);
    }

    private static Position position(double north, double east) {
        return new Position(
                31 + north * DEGREES_PER_METRE, 121 + east * DEGREES_PER_METRE / Math.cos(Math.toRadians(31)));
    }
}
