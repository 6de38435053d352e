package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Urgency;

/** Everything that can be said to a request in a state in which it may not be, one row each. */
class ForbiddenTransitionsTest {
    static final Instant NIGHT = SearchTest.TEN_PAST_ELEVEN_AT_NIGHT;
    static final Holder V1 = Said.volunteer("v1");
    static final Set<Status> OVER =
            EnumSet.of(Status.COMPLETED, Status.CLOSED, Status.WITHDRAWN, Status.REFERRED, Status.DECLINED);

    /** What a holder may report, and when. */
    record Report(String name, Function<Holder, Input> by, List<Status> legal) {}

    static final List<Report> REPORTS = List.of(
            new Report("SET_OFF", Said::setsOff, List.of(Status.ASSIGNED)),
            new Report("ARRIVAL", Said::arrives, List.of(Status.ON_THE_WAY)),
            new Report("COMPLETION", Said::completes, List.of(Status.IN_PROGRESS)),
            new Report("RELEASE", Said::gives, List.of(Status.ASSIGNED, Status.ON_THE_WAY, Status.IN_PROGRESS)),
            new Report("CONFIRMATION", Said::confirms, List.of()));

    static final List<Command> COMMANDS = List.of(
            new Command.Assign(V1, ConfirmedBy.PHONE, "supervisor-1"),
            new Command.Pause(PauseReason.WEATHER, NIGHT.plusSeconds(9000), "supervisor-1"),
            new Command.Resume("supervisor-1"),
            new Command.Extend(NIGHT.plusSeconds(200_000), "parts", "supervisor-1"),
            new Command.AskPause(PauseReason.WEATHER, NIGHT.plusSeconds(9000), "v1"),
            new Command.GrantPause(null, "supervisor-1"),
            new Command.DenyPause("supervisor-1"),
            new Command.AskExtension(NIGHT.plusSeconds(200_000), "parts", "v1"),
            new Command.GrantExtension(null, "supervisor-1"),
            new Command.DenyExtension("supervisor-1"),
            new Command.Rebase("a new promise", "supervisor-1"),
            new Command.ProposeAppointment(new Appointment(NIGHT.plusSeconds(9000), NIGHT.plusSeconds(12_600)), "v1"),
            new Command.Prioritise(Urgency.URGENT, "supervisor-1"),
            new Command.Refer("why", "where", "supervisor-1"),
            new Command.Decline("why", "where", "supervisor-1"));

    @ParameterizedTest
    @MethodSource
    void a_report_out_of_turn_is_rejected_and_changes_nothing(Status status, Report report) {
        Play play = in(status).fromHere();
        Handling before = play.handling();

        play.input(report.by().apply(V1));

        assertThat(play.said).hasSize(1);
        assertThat(play.last(ReportRejected.class).report()).isEqualTo(report.name());
        assertSame(before, play.handling());
    }

    static Stream<Arguments> a_report_out_of_turn_is_rejected_and_changes_nothing() {
        return Stream.of(Status.values())
                .flatMap(status -> REPORTS.stream()
                        .filter(report -> !report.legal().contains(status))
                        .map(report -> Arguments.of(status, report)));
    }

    @ParameterizedTest
    @MethodSource
    void a_command_after_the_end_is_refused(Status status, Command command) {
        Play play = in(status);

        assertThatThrownBy(() -> play.input(command))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(RuleBroken.Rule.REQUEST_NOT_OPEN));
    }

    static Stream<Arguments> a_command_after_the_end_is_refused() {
        return OVER.stream().flatMap(status -> COMMANDS.stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource
    void what_the_resident_says_out_of_turn_changes_nothing(Status status, Input input) {
        Play play = in(status).fromHere();
        Handling before = play.handling();

        play.input(input);

        assertThat(play.said).isEmpty();
        assertSame(before, play.handling());
    }

    static Stream<Arguments> what_the_resident_says_out_of_turn_changes_nothing() {
        Stream<Arguments> ended = OVER.stream()
                .flatMap(status -> Stream.of(
                                Said.withdrawn(),
                                Said.keepsTheAppointment(9),
                                Said.amended(9, AmendingTest.NEXT_DOOR, null))
                        .map(input -> Arguments.of(status, input)));
        Stream<Arguments> rated = EnumSet.complementOf(EnumSet.of(Status.COMPLETED)).stream()
                .map(status -> Arguments.of(status, Said.rates(Solved.YES)));
        Stream<Arguments> reopened = EnumSet.complementOf(EnumSet.of(Status.COMPLETED, Status.CLOSED)).stream()
                .map(status -> Arguments.of(status, Said.reopens(false)));
        return Stream.of(ended, rated, reopened).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource
    void a_report_by_somebody_else_is_rejected(Status status, Report report) {
        Play play = in(status).input(report.by().apply(Said.volunteer("v2")));

        assertThat(play.last(ReportRejected.class).reason()).isEqualTo("NOT_HOLDER");
    }

    static Stream<Arguments> a_report_by_somebody_else_is_rejected() {
        return Stream.of(Status.ASSIGNED, Status.ON_THE_WAY, Status.IN_PROGRESS)
                .flatMap(status -> REPORTS.stream().map(report -> Arguments.of(status, report)));
    }

    @ParameterizedTest
    @MethodSource
    void a_completion_without_its_checks_is_rejected(List<String> checks) {
        Play play = in(Status.IN_PROGRESS).input(Said.completes(V1, checks));

        assertThat(play.last(ReportRejected.class).reason()).isEqualTo("CHECKS_MISSING");
        assertThat(play.status()).isEqualTo(Status.IN_PROGRESS);
    }

    static Stream<List<String>> a_completion_without_its_checks_is_rejected() {
        return Stream.of(List.of(), List.of("handed-over"));
    }

    private static void assertSame(Handling before, Handling after) {
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(before);
    }

    private static Play in(Status status) {
        return switch (status) {
            case WAITING -> Play.at(NIGHT).with(named("v1")).submit(Said.haircut(NIGHT));
            case SEARCHING -> Play.at(NIGHT).with(named("v1")).submit(Said.lockedOut(NIGHT));
            case MANUAL -> Play.at(NIGHT).with(named("v1").offDuty()).submit(Said.lockedOut(NIGHT));
            case ASSIGNED -> accepted(in(Status.SEARCHING));
            case ON_THE_WAY -> in(Status.ASSIGNED).input(Said.setsOff(V1));
            case IN_PROGRESS -> in(Status.ON_THE_WAY).input(Said.arrives(V1));
            case COMPLETED -> in(Status.IN_PROGRESS).input(Said.completes(V1));
            case CLOSED -> in(Status.COMPLETED).input(Said.rates(Solved.YES));
            case WITHDRAWN -> in(Status.SEARCHING).input(Said.withdrawn());
            case REFERRED -> in(Status.SEARCHING).input(new Command.Refer("why", "where", "supervisor-1"));
            case DECLINED -> in(Status.SEARCHING).input(new Command.Decline("why", "where", "supervisor-1"));
        };
    }

    private static Play accepted(Play play) {
        return play.input(Said.accepts(play.offerTo("v1")));
    }
}
