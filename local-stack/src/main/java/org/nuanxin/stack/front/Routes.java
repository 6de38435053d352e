package org.nuanxin.stack.front;

import static org.nuanxin.stack.services.Service.DISPATCH;
import static org.nuanxin.stack.services.Service.FEEDBACK;
import static org.nuanxin.stack.services.Service.INTAKE;
import static org.nuanxin.stack.services.Service.VOLUNTEER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuanxin.stack.services.Service;

/** Which service answers which path. */
final class Routes {
    /** The first line that fits decides; a path fits with everything below it. */
    private static final List<Route> TABLE = Stream.of(
                    to(FEEDBACK, "/requests/*/rating", "/requests/*/reopening", "/follow-ups"),
                    to(FEEDBACK, "/rates", "/rates.csv"),
                    to(INTAKE, "/service-types", "/places", "/residents", "/requests"),
                    to(
                            DISPATCH,
                            "/dispatches",
                            "/alerts",
                            "/live",
                            "/policies",
                            "/calendars",
                            "/webhooks",
                            "/blocks",
                            "/staff"),
                    to(VOLUNTEER, "/volunteers", "/offers", "/assignments"),
                    Arrays.stream(Service.values()).flatMap(Routes::ofItsOwn))
            .flatMap(routes -> routes)
            .toList();

    private Routes() {}

    private static Stream<Route> to(Service service, String... patterns) {
        return Arrays.stream(patterns).map(pattern -> new Route(pattern, service, Optional.empty()));
    }

    /** Paths that every service has, told apart by its name. */
    private static Stream<Route> ofItsOwn(Service service) {
        return Stream.of(
                new Route("/dead-letters/" + service.label(), service, Optional.of("/dead-letters")),
                new Route("/" + service.label() + "/q", service, Optional.of("/q")));
    }

    static Optional<Destination> of(String path) {
        return TABLE.stream().flatMap(route -> route.destination(path).stream()).findFirst();
    }
}
