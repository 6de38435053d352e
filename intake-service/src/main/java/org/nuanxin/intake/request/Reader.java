package org.nuanxin.intake.request;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;

/**
 * Who wants to see a request.
 *
 * @param staff whether they have duties in the places they hold
 * @param helper whether they may hold requests
 */
public record Reader(
        String subject, @Nullable String client, String language, boolean staff, boolean helper, Set<String> places) {

    public static Reader of(Caller caller) {
        boolean staff =
                Stream.of("building-leader", "grid-worker", "supervisor").anyMatch(caller::is);
        return new Reader(
                caller.subject(),
                caller.client(),
                caller.language(),
                staff,
                staff || caller.is("volunteer"),
                staff ? Set.copyOf(caller.places()) : Set.of());
    }

    /** Whether they have duties there: in the place or in one above it. */
    public boolean onDutyAt(List<String> placePath) {
        return !Collections.disjoint(places, placePath);
    }
}
