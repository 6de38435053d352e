package org.nuanxin.volunteer.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.volunteer.PlayedDispatch.AT;
import static org.nuanxin.volunteer.PlayedDispatch.COMMUNITY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.Holder;

/** An assignment … */
class AssignmentTest {
    static final Holder WANG = new Holder(Holder.Kind.STAFF, "grid-worker-1", "grid-worker-1");
    static final UUID LEAK = UUID.randomUUID();
    static final long VERSION = 7;

    @ParameterizedTest
    @CsvSource({
        "ASSIGNED,    false, CONFIRMATION, AssignmentConfirmationReported",
        "ASSIGNED,    false, SET_OFF,      SetOffReported",
        "ASSIGNED,    true,  SET_OFF,      SetOffReported",
        "ASSIGNED,    true,  ARRIVAL,      ArrivalReported",
        "ON_THE_WAY,  true,  ARRIVAL,      ArrivalReported",
        "ASSIGNED,    true,  COMPLETION,   CompletionReported",
        "ON_THE_WAY,  true,  COMPLETION,   CompletionReported",
        "IN_PROGRESS, true,  COMPLETION,   CompletionReported",
        "ASSIGNED,    false, RELEASE,      ReleaseAsked",
        "ON_THE_WAY,  true,  RELEASE,      ReleaseAsked",
        "IN_PROGRESS, true,  RELEASE,      ReleaseAsked"
    })
    void is_reported_on_while_it_is_held(AssignmentStatus status, boolean confirmed, Report report, String told) {
        var event = assignment(status, confirmed)
                .report(report, List.of(), WANG.subject(), AT)
                .orElseThrow();

        assertThat(event.getClass().getSimpleName()).isEqualTo(told);
        assertThat(event.requestId()).isEqualTo(LEAK);
        assertThat(event.community()).isEqualTo(COMMUNITY);
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGNED,    true, CONFIRMATION",
        "ON_THE_WAY,  true, CONFIRMATION",
        "COMPLETED,   true, CONFIRMATION",
        "ON_THE_WAY,  true, SET_OFF",
        "IN_PROGRESS, true, SET_OFF",
        "CLOSED,      true, SET_OFF",
        "IN_PROGRESS, true, ARRIVAL",
        "COMPLETED,   true, ARRIVAL",
        "COMPLETED,   true, COMPLETION",
        "CLOSED,      true, COMPLETION",
        "RELEASED,    true, RELEASE"
    })
    void needs_no_report_of_what_dispatch_has_taken(AssignmentStatus status, boolean confirmed, Report report) {
        assertThat(assignment(status, confirmed).report(report, List.of(), WANG.subject(), AT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RELEASED,  CONFIRMATION",
        "RELEASED,  SET_OFF",
        "RELEASED,  ARRIVAL",
        "RELEASED,  COMPLETION",
        "COMPLETED, RELEASE",
        "CLOSED,    RELEASE",
        "WITHDRAWN, CONFIRMATION",
        "WITHDRAWN, SET_OFF",
        "WITHDRAWN, ARRIVAL",
        "WITHDRAWN, COMPLETION",
        "WITHDRAWN, RELEASE",
        "REFERRED,  COMPLETION",
        "REFERRED,  RELEASE",
        "DECLINED,  COMPLETION",
        "DECLINED,  RELEASE"
    })
    void is_not_reported_on_when_it_is_over(AssignmentStatus status, Report report) {
        assertThatThrownBy(() -> assignment(status, true).report(report, List.of(), WANG.subject(), AT))
                .isInstanceOf(AssignmentOver.class);
    }

    @Test
    void tells_which_checks_were_ticked() {
        var completion = (CompletionReported) assignment(AssignmentStatus.IN_PROGRESS, true)
                .report(Report.COMPLETION, List.of("tap-closed"), WANG.subject(), AT)
                .orElseThrow();

        assertThat(completion.checks()).containsExactly("tap-closed");
        assertThat(completion.holder()).isEqualTo(WANG);
    }

    @ParameterizedTest
    @CsvSource({
        "ASSIGNED,    WITHDRAWN, WITHDRAWN",
        "ON_THE_WAY,  REFERRED,  REFERRED",
        "IN_PROGRESS, DECLINED,  DECLINED",
        "COMPLETED,   CLOSED,    CLOSED",
        "ASSIGNED,    CLOSED,    ASSIGNED",
        "COMPLETED,   WITHDRAWN, COMPLETED",
        "RELEASED,    WITHDRAWN, RELEASED",
        "RELEASED,    CLOSED,    RELEASED"
    })
    void ends_with_its_request(AssignmentStatus status, AssignmentStatus end, AssignmentStatus after) {
        assertThat(assignment(status, true).ended(end, VERSION + 1).status()).isEqualTo(after);
    }

    @Test
    void that_began_after_an_end_has_not_ended() {
        assertThat(assignment(AssignmentStatus.COMPLETED, true)
                        .ended(AssignmentStatus.CLOSED, VERSION - 1)
                        .status())
                .isEqualTo(AssignmentStatus.COMPLETED);
    }

    private static Assignment assignment(AssignmentStatus status, boolean confirmed) {
        return new Assignment(LEAK, COMMUNITY, WANG, VERSION, status, confirmed, AT);
    }
}
