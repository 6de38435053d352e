package org.nuanxin.dispatch.candidates;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.Shift;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/** Volunteers for tests: on duty in the first grid, on foot, with room for two, unless said otherwise. */
public final class Volunteers {
    public static final Position HOME = new Position(31.000, 121.000);
    public static final List<String> GRID = List.of("street-1", "community-1", "compound-1-1", "grid-1-1-01");

    private final String name;
    private List<VerifiedSkill> skills = List.of(new VerifiedSkill("locksmith", null));
    private boolean verified = true;
    private List<String> serves = List.of("grid-1-1-01");
    private int radius = 0;
    private Position position = HOME;
    private boolean onDuty = true;
    private boolean urgentOnCall = false;
    private int capacity = 2;
    private TravelMode mode = TravelMode.WALK;
    private @Nullable LocalTime quietFrom;
    private @Nullable LocalTime quietTo;
    private List<Shift> shifts = List.of();
    private List<String> placePath = GRID;
    private int held = 0;
    private Standing standing = Standing.NEW;
    private Set<String> keptApart = Set.of();

    private Volunteers(String name) {
        this.name = name;
    }

    public static Volunteers named(String name) {
        return new Volunteers(name);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Volunteers skilled(VerifiedSkill... seen) {
        skills = List.of(seen);
        return this;
    }

    public Volunteers unverified() {
        verified = false;
        return this;
    }

    public Volunteers serving(String... places) {
        serves = List.of(places);
        return this;
    }

    public Volunteers belongingTo(String... path) {
        placePath = List.of(path);
        return this;
    }

    public Volunteers within(int metres) {
        radius = metres;
        return this;
    }

    /** So many thousandths of a degree north: about 111 m each. */
    public Volunteers north(int steps) {
        position = new Position(HOME.lat() + steps / 1000.0, HOME.lon());
        return this;
    }

    public Volunteers by(TravelMode travelMode) {
        mode = travelMode;
        return this;
    }

    public Volunteers offDuty() {
        onDuty = false;
        return this;
    }

    public Volunteers onCall() {
        urgentOnCall = true;
        return this;
    }

    public Volunteers quiet(LocalTime from, LocalTime to) {
        quietFrom = from;
        quietTo = to;
        return this;
    }

    public Volunteers onShift(Instant from, Instant to) {
        shifts = List.of(new Shift(from, to));
        return this;
    }

    public Volunteers roomFor(int requests) {
        capacity = requests;
        return this;
    }

    public Volunteers holding(int requests) {
        held = requests;
        return this;
    }

    public Volunteers remembered(Standing what) {
        standing = what;
        return this;
    }

    public Volunteers apartFrom(String... subjects) {
        keptApart = Set.of(subjects);
        return this;
    }

    public Volunteers at(double lat, double lon) {
        position = new Position(lat, lon);
        return this;
    }

    public Helper helper() {
        VolunteerChanged profile = new VolunteerChanged(
                id(name),
                1,
                name,
                null,
                Holder.Kind.VOLUNTEER,
                verified,
                skills,
                placePath,
                serves,
                radius,
                position,
                onDuty,
                urgentOnCall,
                capacity,
                mode,
                quietFrom,
                quietTo,
                shifts,
                Instant.EPOCH);
        return new Helper(profile, position, held, standing, keptApart);
    }
}
