package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.CLOCK;

import java.util.Objects;
import org.nuanxin.dispatch.experience.Experience.Rated;
import org.nuanxin.events.DispatchEvent.CloseCause;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestDeclined;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Solved;

/** The ends of a request: taken back, referred, declined, closed. None is silent. */
final class Endings {
    private Endings() {}

    static void withdraw(Turn turn, RequestWithdrawn told) {
        if (!turn.status.isOpen()) return;
        end(turn, Status.WITHDRAWN, OfferEnd.REQUEST_WITHDRAWN, ReleaseCause.WITHDRAWN, told.by());
        turn.say((request, community, version) ->
                new RequestCalledOff(request, community, version, told.by(), turn.now));
    }

    static void refer(Turn turn, Command.Refer command) {
        end(turn, Status.REFERRED, OfferEnd.SEARCH_ENDED, ReleaseCause.REFERRED, command.by());
        turn.outcome = new Outcome(command.reason(), command.where());
        turn.say((request, community, version) ->
                new RequestReferred(request, community, version, command.by(), turn.now));
    }

    static void decline(Turn turn, Command.Decline command) {
        end(turn, Status.DECLINED, OfferEnd.SEARCH_ENDED, ReleaseCause.DECLINED, command.by());
        turn.outcome = new Outcome(command.reason(), command.where());
        turn.say((request, community, version) ->
                new RequestDeclined(request, community, version, command.by(), turn.now));
    }

    /** Solved and said so is the end of it; otherwise the resident has some days to ask for more. */
    static void rate(Turn turn, RequestRated told) {
        if (turn.status != Status.COMPLETED) return;
        Completion completion = Objects.requireNonNull(turn.completion);
        if (!completion.rated()) {
            Holding.volunteer(completion.holder()).forEach(helper -> turn.experience(new Rated(helper, told.score())));
        }
        turn.completion = completion.ratedNow();
        if (told.solved() == Solved.YES) close(turn, told.by());
    }

    static void close(Turn turn) {
        close(turn, CLOCK);
    }

    private static void close(Turn turn, String by) {
        boolean rated = Objects.requireNonNull(turn.completion).rated();
        turn.status = Status.CLOSED;
        turn.say((request, community, version) -> new RequestClosed(
                request, community, version, rated ? CloseCause.RATED : CloseCause.SILENCE, by, turn.now));
    }

    private static void stopClocks(Turn turn, String by) {
        Entry stopped = new Entry.Stopped(turn.now, by);
        turn.enter(stopped);
        if (turn.search.isUnanswered()) turn.search = turn.search.noting(stopped);
    }

    private static void end(Turn turn, Status status, OfferEnd offers, ReleaseCause release, String by) {
        Asking.withdrawAll(turn, offers);
        if (turn.assignment != null) Holding.letGo(turn, release, by);
        Wishing.drop(turn);
        stopClocks(turn, by);
        Alerts.end(turn, Alerts.ALL);
        turn.status = status;
    }
}
