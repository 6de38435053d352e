package org.nuanxin.dispatch.candidates;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;

/** The look-up of who could be asked. It proposes; the database decides every race. */
public interface Candidates {

    /** The best first, at most so many. */
    List<Candidate> best(Wanted wanted, int atMost);

    /** Everybody with the skill who may not be asked, and by which rule. */
    Map<UUID, Rule> leftOut(Wanted wanted);
}
