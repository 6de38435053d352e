package org.nuanxin.dispatch.candidates;

import java.util.List;

/** The look-up of who could be asked. It proposes; the database decides every race. */
public interface Candidates {

    /** The best first, at most so many. */
    List<Candidate> best(Wanted wanted, int atMost);

    /** Who may not be asked; by name the nearest, at most so many. */
    LeftOut leftOut(Wanted wanted, int atMost);
}
