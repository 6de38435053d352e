package org.nuanxin.dispatch.matching;

import java.util.List;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Wanted;

/** Who may be asked, the best first. */
@FunctionalInterface
public interface Nearest {
    List<Candidate> best(Wanted wanted, int atMost);
}
