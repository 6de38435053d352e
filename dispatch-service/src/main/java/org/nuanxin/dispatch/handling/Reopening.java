package org.nuanxin.dispatch.handling;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.Visibility;

/** It was not solved (重办): a new search, also after it was closed. */
final class Reopening {
    private Reopening() {}

    static void reopen(Turn turn, ReopeningAsked told) {
        Completion done = turn.completion;
        if (done == null || turn.now.isAfter(done.reopenableUntil())) return;
        turn.completion = null;
        turn.reopenings++;
        turn.enter(new Entry.Reopened(
                turn.now, told.by(), turn.surroundings.policyFor(turn.matter).key()));
        Searches.begin(
                turn,
                SearchCause.REOPENING,
                turn.now,
                excluded(turn.matter, done.holder(), told.sameHelperWanted()),
                owner(turn, done.holder()));
    }

    /** Personal help: not the same helper again, unless wanted. */
    private static Set<UUID> excluded(Matter matter, Holder first, boolean sameWanted) {
        if (sameWanted || matter.visibility() == Visibility.PUBLIC) return Set.of();
        return Holding.volunteer(first).collect(toUnmodifiableSet());
    }

    /** Public matters: whoever began it answers for it; a second time the desk one level up does. */
    private static @Nullable Holder owner(Turn turn, Holder first) {
        return turn.matter.visibility() == Visibility.PUBLIC && turn.reopenings == 1 ? first : null;
    }
}
