package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.ENGINE;

import java.util.Objects;
import org.nuanxin.dispatch.experience.Experience.Helped;
import org.nuanxin.dispatch.policy.ClosingRules;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.AssignmentConfirmationReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.ReleaseAsked;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Holder;

/** What a holder reports: yes, set off, arrived, done, or given back. What cannot be is rejected with a reason. */
final class Reports {
    private Reports() {}

    /** Why a report could not be. */
    enum Fault {
        NOT_HOLDER,
        WRONG_STATUS,
        CHECKS_MISSING
    }

    static void confirm(Turn turn, AssignmentConfirmationReported told) {
        if (!isHolder(turn, told.holder(), "CONFIRMATION")) return;
        if (assignment(turn).isConfirmed()) reject(turn, told.holder(), "CONFIRMATION", Fault.WRONG_STATUS);
        else Holding.confirm(turn, ConfirmedBy.APP, told.by());
    }

    /** Setting off is a yes too. */
    static void setOff(Turn turn, SetOffReported told) {
        if (!mayReport(turn, told.holder(), "SET_OFF", Status.ASSIGNED)) return;
        if (!assignment(turn).isConfirmed()) Holding.confirm(turn, ConfirmedBy.APP, told.by());
        turn.status = Status.ON_THE_WAY;
        turn.assignment = assignment(turn).underWay();
        Alerts.end(turn, Holding.OF_THE_HOLDER);
        turn.say((request, community, version) ->
                new HelperSetOff(request, community, version, told.holder(), told.by(), turn.now));
    }

    static void arrive(Turn turn, ArrivalReported told) {
        if (!mayReport(turn, told.holder(), "ARRIVAL", Status.ON_THE_WAY)) return;
        turn.status = Status.IN_PROGRESS;
        turn.say((request, community, version) ->
                new HelperArrived(request, community, version, told.holder(), told.by(), turn.now));
    }

    static void complete(Turn turn, CompletionReported told) {
        if (!mayReport(turn, told.holder(), "COMPLETION", Status.IN_PROGRESS)) return;
        if (!told.checks().containsAll(turn.matter.checks())) {
            reject(turn, told.holder(), "COMPLETION", Fault.CHECKS_MISSING);
            return;
        }
        Pausing.resume(turn, told.by());
        boolean inTime = turn.closureClock().inTime(turn.now);
        Reckoning clock = turn.enter(new Entry.Stopped(turn.now, told.by()));
        Holder holder = Holding.putDown(turn);
        Holding.volunteer(holder).forEach(helper -> turn.experience(new Helped(helper)));
        ClosingRules rules = turn.policy().closing();
        turn.status = Status.COMPLETED;
        turn.completion = new Completion(
                holder, turn.now, inTime, turn.now.plus(rules.autoClose()), turn.now.plus(rules.reopenable()), false);
        turn.say((request, community, version) -> new RequestCompleted(
                request,
                community,
                version,
                holder,
                told.checks(),
                inTime,
                clock.extension() != null,
                told.by(),
                turn.now));
        Alerts.end(turn, Alerts.ALL);
    }

    static void release(Turn turn, ReleaseAsked told) {
        if (isHolder(turn, told.holder(), "RELEASE")) Holding.release(turn, ReleaseCause.GIVEN_BACK, told.by());
    }

    private static Assignment assignment(Turn turn) {
        return Objects.requireNonNull(turn.assignment);
    }

    private static boolean isHolder(Turn turn, Holder holder, String report) {
        if (turn.assignment != null && turn.assignment.isHeldBy(holder)) return true;
        reject(turn, holder, report, Fault.NOT_HOLDER);
        return false;
    }

    private static boolean mayReport(Turn turn, Holder holder, String report, Status from) {
        if (!isHolder(turn, holder, report)) return false;
        if (turn.status == from) return true;
        reject(turn, holder, report, Fault.WRONG_STATUS);
        return false;
    }

    private static void reject(Turn turn, Holder holder, String report, Fault fault) {
        turn.say((request, community, version) ->
                new ReportRejected(request, community, version, holder, report, fault.name(), ENGINE, turn.now));
    }
}
