package org.nuanxin.journeys.faults;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * What should not be.
 *
 * @param what the rule that is broken
 * @param where an example of it
 */
record Violation(Kind kind, String what, String where) {
    enum Kind {
        /** Something said, asked for or due had no effect. */
        LOST,
        /** Something had its effect more than once. */
        DOUBLED,
        /** Something is as it must never be. */
        WRONG
    }

    static Stream<Violation> all(Kind kind, String what, Collection<String> found) {
        return found.stream().map(each -> new Violation(kind, what, each));
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(kind, what, where);
    }
}
