package org.nuanxin.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Names;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Tokens;

/** A street of its own for each test, with people who live, help and answer for it there. */
public final class Neighbourhood implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Position HERE = new Position(31, 121);

    public final KafkaProbe probe = KafkaProbe.fromNow();
    public final String number = "s" + COUNT.incrementAndGet();
    public final String community = "community-" + number;
    public final List<String> grid = List.of("street-" + number, community, "compound-" + number, "grid-" + number);
    public final String skill = "skill-" + number;

    /** Everything takes effect when the place is known. */
    public Neighbourhood defined() {
        Level[] levels = {Level.STREET, Level.COMMUNITY, Level.COMPOUND, Level.GRID};
        for (int i = 0; i < levels.length; i++) {
            String parent = i == 0 ? null : grid.get(i - 1);
            probe.send(new PlaceDefined(
                    grid.get(i), 1, levels[i], parent, grid.subList(0, i + 1), new Names("里", "place"), HERE, now()));
        }
        return this;
    }

    /** The street has so many more communities, which come before this one by their names. */
    public Neighbourhood surrounded(int many) {
        String street = grid.getFirst();
        for (int i = 0; i < many; i++) {
            String other = "also-" + number + "-" + i;
            List<String> path = List.of(street, other);
            probe.send(new PlaceDefined(other, 1, Level.COMMUNITY, street, path, new Names("里", "place"), HERE, now()));
        }
        return this;
    }

    public Holder volunteer(String name, int capacity) {
        return volunteer(name, capacity, true);
    }

    public Holder volunteer(String name, int capacity, boolean onDuty) {
        UUID id = UUID.randomUUID();
        probe.send(new VolunteerChanged(
                id,
                1,
                name + "-" + number,
                null,
                Holder.Kind.VOLUNTEER,
                true,
                List.of(new VerifiedSkill(skill, null)),
                grid,
                List.of(community),
                0,
                HERE,
                onDuty,
                false,
                capacity,
                TravelMode.WALK,
                null,
                null,
                List.of(),
                now()));
        return new Holder(Holder.Kind.VOLUNTEER, id.toString(), name + "-" + number);
    }

    /** Puts somebody on the duty roster. */
    public void staff(String subject, String role, String place) {
        as("administrator-1", "administrator")
                .body(Map.of("role", role, "places", List.of(place), "onDuty", true))
                .put("/staff/" + subject)
                .then()
                .statusCode(200);
    }

    public UUID submit() {
        return submit(HandledBy.VOLUNTEERS);
    }

    public UUID submit(HandledBy by) {
        RequestSubmitted submitted = submitted(UUID.randomUUID(), by);
        probe.send(submitted);
        return submitted.requestId();
    }

    public RequestSubmitted submitted(UUID id, HandledBy by) {
        return new RequestSubmitted(
                id,
                community,
                1,
                "NX-" + number,
                "lock-opening",
                by,
                by == HandledBy.VOLUNTEERS ? skill : null,
                Urgency.URGENT,
                Visibility.PERSONAL,
                grid,
                HERE,
                null,
                null,
                null,
                "resident-" + number,
                "resident-" + number,
                null,
                null,
                false,
                "app",
                List.of(),
                now());
    }

    public OfferMade offerTo(UUID requestId, Holder volunteer) {
        return probe.awaitEvent(
                OfferMade.class,
                offer ->
                        offer.requestId().equals(requestId) && offer.volunteer().equals(volunteer.subject()));
    }

    public OfferAccepted acceptance(OfferMade offer) {
        return new OfferAccepted(
                offer.requestId(), community, offer.offerId(), offer.volunteerId(), offer.volunteer(), now());
    }

    public void done(UUID requestId, Holder holder) {
        probe.send(
                new SetOffReported(requestId, community, holder, holder.subject(), now()),
                new ArrivalReported(requestId, community, holder, holder.subject(), now()),
                new CompletionReported(requestId, community, holder, List.of(), holder.subject(), now()));
    }

    public <E extends DispatchEvent> E said(Class<E> type, UUID requestId) {
        return probe.awaitEvent(type, event -> event.requestId().equals(requestId));
    }

    public <E extends DispatchEvent> List<E> all(Class<E> type, UUID requestId) {
        return probe.events(type).stream()
                .filter(event -> event.requestId().equals(requestId))
                .toList();
    }

    /** What the board says of a request, when it says so. */
    public void awaitStatus(UUID requestId, String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status.equals(status(requestId)));
    }

    private @Nullable Object status(UUID requestId) {
        return supervisor().get("/dispatches/" + requestId).path("status");
    }

    public RequestSpecification supervisor() {
        return as("supervisor-" + number, "supervisor", community);
    }

    public RequestSpecification gridWorker() {
        return as("grid-worker-" + number, "grid-worker", grid.getLast());
    }

    public static RequestSpecification as(String subject, String role, String... places) {
        return given().header(
                        "Authorization",
                        Tokens.of(subject, "resident", role).withPlaces(places).bearer())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    /** Events carry the time of whoever said them; the tests' stores share this machine's clock. */
    public static Instant now() {
        return Instant.now();
    }

    @Override
    public void close() {
        probe.close();
    }
}
