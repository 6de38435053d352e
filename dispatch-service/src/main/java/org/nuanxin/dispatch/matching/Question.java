package org.nuanxin.dispatch.matching;

import java.util.List;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Wanted;

/**
 * What a request would ask, and who is nearest to it.
 *
 * @param looked among how many
 */
record Question(UUID request, Wanted wanted, List<Candidate> nearest, int looked) {
    private static final int LOOKED_AT_FIRST = 8;
    private static final int LOOKED_AT_MOST = 128;

    static Question of(UUID request, Wanted wanted, Nearest candidates, int atLeast) {
        int looked = Math.max(LOOKED_AT_FIRST, atLeast);
        return new Question(request, wanted, candidates.best(wanted, looked), looked);
    }

    boolean canWiden() {
        return nearest.size() == looked && looked < LOOKED_AT_MOST;
    }

    Question wider(Nearest candidates) {
        return of(request, wanted, candidates, Math.min(4 * looked, LOOKED_AT_MOST));
    }
}
