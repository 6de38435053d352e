package org.nuanxin.intake.submission;

import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.kit.identity.Caller;

/**
 * Who submits.
 *
 * @param duty the channel of reports made on duty; null for whoever has no such duty
 * @param resident whether they may also submit as a resident
 */
record Submitter(Reader reader, @Nullable String duty, boolean resident) {
    static Submitter of(Caller caller) {
        return new Submitter(Reader.of(caller), duty(caller), caller.is("resident") || caller.is("volunteer"));
    }

    private static @Nullable String duty(Caller caller) {
        if (caller.is("building-leader")) {
            return "building-leader";
        }
        return caller.is("grid-worker") ? "grid-worker" : null;
    }

    String subject() {
        return reader.subject();
    }

    /** Whether they report as part of their duty there. */
    boolean onDutyAt(Where where) {
        return duty != null && reader.onDutyAt(where.path());
    }

    /** A person as their mini-app knows them, or as everybody does. */
    String named(String sub) {
        return reader.client() == null ? sub : reader.client() + ":" + sub;
    }
}
