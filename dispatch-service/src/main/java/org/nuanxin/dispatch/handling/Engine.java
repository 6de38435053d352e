package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.AssignmentConfirmationReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.AnswerEvent.ReleaseAsked;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RatingEvent.FollowUpRecorded;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;

/** The dispatch engine: every input finds the noun whose rule it is. */
public final class Engine {
    private Engine() {}

    /** The first decision about a request. */
    public static Decision open(RequestSubmitted told, Instant now, Surroundings surroundings) {
        Handling none = Handling.of(told, surroundings.policyFor(Matter.of(told)));
        Turn turn = new Turn(none, now, surroundings);
        // another database's clock may be ahead of ours
        Instant from = told.at().isBefore(now) ? told.at() : now;
        Searches.begin(turn, SearchCause.SUBMISSION, from, Set.of(), null);
        return turn.decided(Map.of());
    }

    /** @throws RuleBroken where a command may not be; whatever else cannot be is said in events */
    public static Decision decide(Handling handling, Input input, Instant now, Surroundings surroundings) {
        Map<TimerKey, Instant> timers = new HashMap<>(Deadlines.of(handling, surroundings));
        Turn turn = new Turn(handling, now, surroundings);
        Pausing.endIfOver(turn);
        switch (input) {
            case Input.Asked asked -> on(turn, asked.event());
            case Input.Answered answered -> on(turn, answered.event());
            case Input.Rated rated -> on(turn, rated.event());
            case Input.Due due -> {
                Instant at = timers.remove(due.timer());
                if (at != null && !at.isAfter(now)) on(turn, due.timer());
            }
            case Command command -> on(turn, command);
        }
        return turn.decided(timers);
    }

    private static void on(Turn turn, RequestEvent told) {
        switch (told) {
            case RequestSubmitted again -> {}
            case RequestAmended amended -> Amending.amend(turn, amended);
            case AppointmentProposalDenied denied -> Rebooking.deny(turn, denied);
            case RequestWithdrawn withdrawn -> Endings.withdraw(turn, withdrawn);
        }
    }

    private static void on(Turn turn, AnswerEvent told) {
        switch (told) {
            case OfferAccepted accepted -> Answers.accept(turn, accepted);
            case OfferRefused refused -> Answers.refuse(turn, refused);
            case AssignmentConfirmationReported confirmed -> Reports.confirm(turn, confirmed);
            case SetOffReported setOff -> Reports.setOff(turn, setOff);
            case ArrivalReported arrival -> Reports.arrive(turn, arrival);
            case CompletionReported completion -> Reports.complete(turn, completion);
            case ReleaseAsked release -> Reports.release(turn, release);
        }
    }

    private static void on(Turn turn, RatingEvent told) {
        switch (told) {
            case RequestRated rated -> Endings.rate(turn, rated);
            case ReopeningAsked asked -> Reopening.reopen(turn, asked);
            case FollowUpRecorded followUp -> {}
        }
    }

    private static void on(Turn turn, TimerKey timer) {
        switch (timer.kind()) {
            case SEARCH_START -> Searches.start(turn);
            case PHASE -> Asking.enter(turn, turn.search.phase() + 1);
            case ASK -> Asking.ask(turn);
            case OFFER_WAIT -> Asking.lapse(turn, UUID.fromString(timer.which()));
            case RESPONSE_WARNING -> Clocks.warnOfResponse(turn, Integer.parseInt(timer.which()));
            case RESPONSE_BREACH -> Clocks.breachResponse(turn);
            case CLOSURE_WARNING -> Clocks.warnOfClosure(turn, Integer.parseInt(timer.which()));
            case CLOSURE_BREACH -> Clocks.breachClosure(turn);
            case PAUSE_END -> Pausing.resume(turn, DispatchEvent.CLOCK);
            case ALERT -> Alerts.due(turn, UUID.fromString(timer.which()));
            case CONFIRM_REMINDER -> Holding.remind(turn, Cause.NOT_CONFIRMED);
            case CONFIRM_END -> Holding.giveUpOnConfirmation(turn);
            case START_REMINDER -> Holding.remind(turn, Cause.NOT_STARTED);
            case NO_SHOW -> Holding.release(turn, ReleaseCause.NO_SHOW, DispatchEvent.CLOCK);
            case APPOINTMENT_REMINDER -> Rebooking.remind(turn);
            case AUTO_CLOSE -> Endings.close(turn);
        }
    }

    private static void on(Turn turn, Command command) {
        if (command instanceof Command.Acknowledge acknowledge) {
            Alerts.acknowledge(turn, acknowledge);
            return;
        }
        if (!turn.status.isOpen()) throw new RuleBroken(Rule.REQUEST_NOT_OPEN);
        switch (command) {
            case Command.Assign assign -> HandAssigning.assign(turn, assign);
            case Command.Pause pause -> Pausing.pause(turn, pause);
            case Command.Resume resume -> Pausing.resumeByHand(turn, resume);
            case Command.Extend extend -> Pausing.extend(turn, extend);
            case Command.AskPause ask -> Wishing.askPause(turn, ask);
            case Command.GrantPause grant -> Wishing.grantPause(turn, grant);
            case Command.DenyPause deny -> Wishing.denyPause(turn, deny);
            case Command.AskExtension ask -> Wishing.askExtension(turn, ask);
            case Command.GrantExtension grant -> Wishing.grantExtension(turn, grant);
            case Command.DenyExtension deny -> Wishing.denyExtension(turn, deny);
            case Command.Rebase rebase -> Rebasing.rebase(turn, rebase);
            case Command.ProposeAppointment propose -> Rebooking.propose(turn, propose);
            case Command.Prioritise prioritise -> Amending.prioritise(turn, prioritise);
            case Command.Refer refer -> Endings.refer(turn, refer);
            case Command.Decline decline -> Endings.decline(turn, decline);
            case Command.Acknowledge acknowledge -> {}
        }
    }
}
