package org.nuanxin.dispatch.dispatches;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nuanxin.dispatch.handling.Assignment;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Forbidden;
import org.nuanxin.kit.problems.NotFound;

/** What a caller may see and do: within the places they hold, and nothing is said of any other. */
@ApplicationScoped
public class Rights {
    private static final List<String> ON_DUTY = List.of("building-leader", "grid-worker", "supervisor");

    private final Caller caller;

    Rights(Caller caller) {
        this.caller = caller;
    }

    public void mustHold(Handling handling) {
        if (!holds(handling)) throw new NotFound();
    }

    /** A place may stand in anybody's token; it gives a right to those who are responsible there. */
    boolean holds(Handling handling) {
        return ON_DUTY.stream().anyMatch(caller::is)
                && caller.holds(handling.matter().placePath());
    }

    /** Whose matter it is may see what has become of it. */
    void mustHoldOrOwn(Handling handling) {
        if (!handling.matter().parties().contains(caller.subject())) mustHold(handling);
    }

    /** Whoever holds the request itself, as well as who holds the place where it is. */
    void mustHoldOrHandle(Handling handling) {
        Assignment assignment = handling.assignment();
        boolean handles = assignment != null && assignment.holder().subject().equals(caller.subject());
        if (!handles) mustHold(handling);
    }

    /** Everybody responsible may take a matter themselves; a supervisor also gives it to others. */
    void mustBeAbleToGiveTo(String assignee) {
        if (!caller.is("supervisor") && !caller.subject().equals(assignee)) throw new Forbidden();
    }
}
