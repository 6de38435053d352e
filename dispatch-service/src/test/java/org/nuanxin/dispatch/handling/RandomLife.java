package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Urgency;

/** One request among volunteers and staff who do whatever comes to their mind. */
final class RandomLife {
    private static final int STEPS = 60;
    private static final Instant START = SearchTest.NOON;

    private final Random random;
    private final Play play;
    private final Invariants invariants;
    private int policies;

    RandomLife(long seed) {
        random = new Random(seed);
        Instant at = START.plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        play = Play.at(at).with(crowd(at));
        if (random.nextInt(4) == 0) play.nobodyOnDutyAt(AlertLevel.GRID);
        invariants = new Invariants(play);
        play.submit(matter(at));
        invariants.check();
    }

    void live() {
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) happen();
            else passTime();
            invariants.check();
        }
    }

    private void happen() {
        Input input = input();
        try {
            invariants.before(input);
            play.input(input);
            invariants.after(input);
        } catch (RuleBroken broken) {
            assertThat(input).isInstanceOf(Command.class);
        }
    }

    private void passTime() {
        Duration time = Duration.ofSeconds(1 + (long) Math.exp(random.nextDouble() * 11));
        Instant then = play.now.plus(time);
        for (var due = invariants.earliest(then); due != null; due = invariants.earliest(then)) {
            invariants.fire(due);
            invariants.check();
        }
        play.now = then;
    }

    private Volunteers[] crowd(Instant at) {
        return IntStream.range(0, random.nextInt(9))
                .mapToObj(i -> volunteer("v" + i, at))
                .toArray(Volunteers[]::new);
    }

    private Volunteers volunteer(String name, Instant at) {
        Volunteers volunteer = named(name).north(random.nextInt(20)).roomFor(1 + random.nextInt(2));
        if (random.nextInt(3) == 0) volunteer.serving("grid-1-1-02");
        if (random.nextInt(4) == 0) volunteer.offDuty().onCall();
        return volunteer.remembered(standing(at));
    }

    private Standing standing(Instant at) {
        int asked = random.nextInt(4) == 0 ? random.nextInt(14) : 0;
        List<Instant> helped = random.nextBoolean() ? List.of() : List.of(at.minus(Duration.ofDays(random.nextInt(9))));
        int ratings = random.nextInt(9);
        return new Standing(AlertLimits.since(at), asked, helped, null, ratings, 3 * ratings, random.nextInt(6));
    }

    private RequestSubmitted matter(Instant at) {
        return switch (random.nextInt(5)) {
            case 0 -> Said.haircut(at);
            case 1 -> Said.haircut(at, at.plus(Duration.ofHours(random.nextInt(72))));
            case 2 -> Said.leak(at);
            case 3 -> Said.greenery(at);
            default -> Said.lockedOut(at);
        };
    }

    private Input input() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> answer(true);
            case 5 -> answer(false);
            case 6, 7 -> Said.setsOff(holder());
            case 8, 9 -> Said.arrives(holder());
            case 10, 11 -> Said.completes(holder());
            case 12 -> Said.gives(holder());
            case 13 -> Said.confirms(holder());
            case 14 -> Said.reopens(random.nextBoolean());
            case 15 -> Said.rates(any(Solved.YES, Solved.PARTLY, Solved.NO));
            case 16 -> amendment();
            case 17, 18 -> command();
            default ->
                switch (random.nextInt(8)) {
                    case 0 -> Said.withdrawn();
                    case 1 -> Said.keepsTheAppointment(play.handling().matter().version() + 1);
                    default -> answer(true);
                };
        };
    }

    private Input answer(boolean yes) {
        List<Offer> offers = play.handling().offers();
        if (offers.isEmpty()) return Said.accepts(play.handling().search().id(), Volunteers.id("v0"), "v0");
        Offer offer = offers.get(random.nextInt(offers.size()));
        return yes ? Said.accepts(offer) : Said.refuses(offer);
    }

    private Holder holder() {
        Assignment assignment = play.handling().assignment();
        return assignment != null && random.nextInt(8) > 0 ? assignment.holder() : somebody();
    }

    private Holder somebody() {
        return random.nextBoolean() ? Said.volunteer("v" + random.nextInt(9)) : Said.staff("supervisor-1");
    }

    private Input amendment() {
        @Nullable Appointment appointment = random.nextBoolean() ? null : window();
        List<String> path = random.nextBoolean() ? Volunteers.GRID : AmendingTest.NEXT_DOOR;
        return Said.amended(play.handling().matter().version() + random.nextInt(2), path, appointment);
    }

    private Appointment window() {
        Wishes.Window asked = play.handling().wishes().window();
        if (asked != null && random.nextBoolean()) return asked.appointment();
        Instant from = play.now.plus(Duration.ofHours(random.nextInt(48)));
        return new Appointment(from, from.plusSeconds(3600));
    }

    private Input command() {
        Instant later = play.now.plus(Duration.ofHours(random.nextInt(100)));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 ->
                new Command.Assign(somebody(), random.nextBoolean() ? ConfirmedBy.PHONE : null, "supervisor-1");
            case 4 -> new Command.Pause(PauseReason.WAITING_FOR_PARTS, later, "supervisor-1");
            case 5 -> new Command.Resume("supervisor-1");
            case 6 -> new Command.Extend(later, "parts", "supervisor-1");
            case 7 -> new Command.Prioritise(any(Urgency.URGENT, Urgency.ORDINARY), "supervisor-1");
            case 8 -> random.nextInt(4) == 0 ? new Command.Refer("why", "where", "s") : acknowledgement();
            case 9 -> random.nextInt(4) == 0 ? new Command.Decline("why", "where", "s") : acknowledgement();
            case 10, 11 -> new Command.AskPause(PauseReason.WEATHER, later, holder().subject());
            case 12 -> new Command.GrantPause(random.nextBoolean() ? null : later, "supervisor-1");
            case 13 -> new Command.AskExtension(later, "parts", holder().subject());
            case 14 -> new Command.GrantExtension(random.nextBoolean() ? null : later, "supervisor-1");
            case 15 -> random.nextBoolean() ? new Command.DenyPause("s") : new Command.DenyExtension("s");
            case 16, 17 -> rebase();
            case 18 -> new Command.ProposeAppointment(window(), holder().subject());
            default -> acknowledgement();
        };
    }

    /** A policy by the dice, and the running rounds take it. */
    private Input rebase() {
        Urgency urgency = play.handling().matter().urgency();
        play.set(Promises.of(urgency, ++policies, 5 + random.nextInt(55), 2 + random.nextInt(70)));
        return new Command.Rebase("a new promise", "supervisor-1");
    }

    private Input acknowledgement() {
        List<Alert> alerts = play.handling().alerts();
        return new Command.Acknowledge(
                alerts.isEmpty()
                        ? Said.LOCKED_OUT
                        : alerts.get(random.nextInt(alerts.size())).id(),
                "supervisor-1");
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
