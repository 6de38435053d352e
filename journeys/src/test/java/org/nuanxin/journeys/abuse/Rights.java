package org.nuanxin.journeys.abuse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may do what with a thing that belongs to somebody else. Whatever is not named here has to be refused, so that a new
 * operation is refused to strangers until somebody writes down here why not.
 */
final class Rights {
    /** @param who a pattern for roles or names */
    private record Right(String operation, String who, String why) {}

    private static final List<Right> RIGHTS = List.of(
            new Right("GET /places/.*", ".*", "the tree of places is public"),
            new Right("GET /service-types/.*", ".*", "the catalogue is public"),
            new Right("GET /(calendars|policies)/.*", ".*", "whoever is on duty may know the rules"),
            new Right(".* /blocks/.*", ".*", "whom they do not want to meet is their own affair"),
            new Right(
                    ".* /(places|service-types|calendars|policies|staff|volunteers|dead-letters|webhooks)/.*",
                    "administrator-1",
                    "this is what an administrator is for"));

    private Rights() {}

    static boolean has(Persona persona, Operation operation) {
        return RIGHTS.stream()
                .anyMatch(right -> Pattern.matches(right.operation(), operation.name())
                        && Pattern.matches(right.who(), persona.name()));
    }
}
