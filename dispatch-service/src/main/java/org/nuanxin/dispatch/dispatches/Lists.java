package org.nuanxin.dispatch.dispatches;

import java.util.List;

/** Lists inside sets of rows: they cross as one text, since the arrays of a set would have to be of one length. */
final class Lists {
    /** What no id and no code contains; {@code chr(31)} in SQL. */
    private static final String SEPARATOR = "\u001f";

    private Lists() {}

    static String joined(List<String> texts) {
        return String.join(SEPARATOR, texts);
    }
}
