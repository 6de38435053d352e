package org.nuanxin.volunteer.profile;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.Shift;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/** Somebody who helps: a volunteer (志愿者) or a partner (共建单位). Every change is told whole, at the next version. */
@Entity
class Volunteer {
    private @Id UUID volunteerId;
    private String subject;
    private @Nullable String client;
    private @Enumerated(EnumType.STRING) Holder.Kind kind;
    private String displayName;
    private String phone;
    private String[] placePath;
    private String[] serves;
    private int radiusMetres;
    private @Enumerated(EnumType.STRING) TravelMode travelMode;
    private String[] languages;
    private int capacity;
    private boolean urgentOnCall;
    private double lat;
    private double lon;
    private boolean verified;
    private boolean onDuty;
    private @Nullable LocalTime quietFrom;
    private @Nullable LocalTime quietTo;
    private boolean skillsOrHours;
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "credential", joinColumns = @JoinColumn(name = "volunteer_id"))
    private Set<Credential> credentials = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "shift", joinColumns = @JoinColumn(name = "volunteer_id"))
    private Set<Hours> shifts = new HashSet<>();

    protected Volunteer() {} // for Hibernate

    /** Not verified, and off duty until they say otherwise. */
    Volunteer(UUID id, String subject, @Nullable String client, Application application, List<String> placePath) {
        this.volunteerId = id;
        this.subject = subject;
        this.client = client;
        this.kind = application.holderKind();
        this.displayName = application.displayName();
        this.phone = application.phone();
        this.placePath = placePath.toArray(String[]::new);
        this.serves = application.serves().toArray(String[]::new);
        this.radiusMetres = application.radiusMetres();
        this.travelMode = application.travelMode();
        this.languages = application.languages().toArray(String[]::new);
        this.capacity = application.capacity();
        this.urgentOnCall = application.urgentOnCall();
        stand(application.position().coarse());
        offerSkills(application.skills());
    }

    VolunteerChanged apply(Instant now) {
        return changed(now);
    }

    VolunteerChanged change(Change change, Instant now) {
        displayName = Objects.requireNonNullElse(change.displayName(), displayName);
        phone = Objects.requireNonNullElse(change.phone(), phone);
        serves = change.serves() == null ? serves : change.serves().toArray(String[]::new);
        radiusMetres = Objects.requireNonNullElse(change.radiusMetres(), radiusMetres);
        travelMode = Objects.requireNonNullElse(change.travelMode(), travelMode);
        languages = change.languages() == null ? languages : change.languages().toArray(String[]::new);
        capacity = Objects.requireNonNullElse(change.capacity(), capacity);
        urgentOnCall = Objects.requireNonNullElse(change.urgentOnCall(), urgentOnCall);
        if (change.skills() != null) offerSkills(change.skills());
        skillsOrHours = false;
        return changed(now);
    }

    Optional<Event> switchDuty(boolean onDuty, Instant now) {
        if (this.onDuty == onDuty) return Optional.empty();
        this.onDuty = onDuty;
        skillsOrHours = false;
        return Optional.of(changed(now));
    }

    /** Only another cell of about 100 m is a move. */
    Optional<Event> move(Position position, Instant now) {
        if (position.equals(position())) return Optional.empty();
        stand(position);
        version++;
        return Optional.of(new PositionChanged(volunteerId, version, position, now));
    }

    VolunteerChanged keepShifts(Collection<Hours> shifts, Instant now) {
        if (shifts.stream().anyMatch(shift -> !shift.from().isBefore(shift.to()))) throw new ShiftEndsBeforeItBegins();
        this.shifts.retainAll(shifts);
        this.shifts.addAll(shifts);
        skillsOrHours = false;
        return changed(now);
    }

    VolunteerChanged keepQuiet(@Nullable LocalTime from, @Nullable LocalTime to, Instant now) {
        if ((from == null) != (to == null)) throw new QuietHoursOpenEnded(from == null ? "from" : "to");
        quietFrom = from;
        quietTo = to;
        skillsOrHours = false;
        return changed(now);
    }

    /** Their skills and hours are right, they just could not come; nobody else need know. */
    Optional<Event> dismissQuestion() {
        skillsOrHours = false;
        return Optional.empty();
    }

    /** Done by a supervisor of their place. */
    Optional<Event> verify(boolean verified, Instant now) {
        if (this.verified == verified) return Optional.empty();
        this.verified = verified;
        return Optional.of(changed(now));
    }

    /** Done by a supervisor of their place who has seen the proof, or sees it no longer. */
    VolunteerChanged verifySkill(String skill, boolean verified, @Nullable Instant until, Instant now) {
        if (!credentials.removeIf(credential -> credential.skill().equals(skill))) throw new SkillNotOffered(skill);
        credentials.add(new Credential(skill, verified, until));
        return changed(now);
    }

    List<String> placePath() {
        return List.of(placePath);
    }

    VolunteerView view() {
        return new VolunteerView(
                volunteerId,
                subject,
                client,
                kind,
                displayName,
                phone,
                verified,
                credentials.stream().sorted(comparing(Credential::skill)).toList(),
                placePath[placePath.length - 1],
                placePath(),
                List.of(serves),
                radiusMetres,
                position(),
                travelMode,
                List.of(languages),
                capacity,
                onDuty,
                urgentOnCall,
                new VolunteerView.QuietHours(quietFrom, quietTo),
                shifts.stream().sorted(comparing(Hours::from)).toList(),
                skillsOrHours,
                version);
    }

    private Position position() {
        return new Position(lat, lon);
    }

    private void stand(Position position) {
        lat = position.lat();
        lon = position.lon();
    }

    /** A proof once seen stays seen while the skill is offered. */
    private void offerSkills(Collection<String> skills) {
        credentials.removeIf(credential -> !skills.contains(credential.skill()));
        Set<String> known = credentials.stream().map(Credential::skill).collect(toCollection(HashSet::new));
        skills.stream().filter(known::add).forEach(skill -> credentials.add(new Credential(skill, false, null)));
    }

    private VolunteerChanged changed(Instant now) {
        version++;
        return new VolunteerChanged(
                volunteerId,
                version,
                subject,
                client,
                kind,
                verified,
                verifiedSkills(),
                placePath(),
                Arrays.asList(serves),
                radiusMetres,
                position(),
                onDuty,
                urgentOnCall,
                capacity,
                travelMode,
                quietFrom,
                quietTo,
                shifts.stream()
                        .sorted(comparing(Hours::from))
                        .map(hours -> new Shift(hours.from(), hours.to()))
                        .toList(),
                now);
    }

    private List<VerifiedSkill> verifiedSkills() {
        return credentials.stream()
                .filter(Credential::verified)
                .sorted(comparing(Credential::skill))
                .map(credential -> new VerifiedSkill(credential.skill(), credential.until()))
                .toList();
    }
}
