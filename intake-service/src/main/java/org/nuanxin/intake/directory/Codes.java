package org.nuanxin.intake.directory;

import java.util.regex.Pattern;
import org.nuanxin.kit.problems.Invalid;

/** The codes by which places, service types, questions and checks are known. */
public final class Codes {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private Codes() {}

    /** Refuses what is no code; {@code field} is where it stood. */
    public static String require(String field, String code) {
        if (!CODE.matcher(code).matches()) {
            throw Invalid.field(field, Codes.class, "NoCode");
        }
        return code;
    }
}
