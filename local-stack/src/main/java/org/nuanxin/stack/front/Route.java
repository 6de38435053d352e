package org.nuanxin.stack.front;

import java.util.List;
import java.util.Optional;
import org.nuanxin.stack.services.Service;

/**
 * A line of the routing table.
 *
 * @param pattern the beginning of a path; {@code *} stands for any one segment
 * @param inItsPlace what the service calls this beginning, where it has a name of its own for it
 */
record Route(String pattern, Service service, Optional<String> inItsPlace) {
    Optional<Destination> destination(String path) {
        List<String> wanted = segments(pattern);
        List<String> given = segments(path);
        if (given.size() < wanted.size() || !fits(wanted, given)) return Optional.empty();
        return Optional.of(new Destination(
                service,
                inItsPlace
                        .map(start -> start + path.substring(pattern.length()))
                        .orElse(path)));
    }

    private static boolean fits(List<String> wanted, List<String> given) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals("*") && !wanted.get(i).equals(given.get(i))) return false;
        }
        return true;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
