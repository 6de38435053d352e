package org.nuanxin.intake.request;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Prefer: wait=25} (RFC 7240): how long the caller would rather wait than ask again. */
public final class Preference {
    private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d{1,4})\\b");
    private static final int LONGEST_SECONDS = 25;

    private Preference() {}

    public static Duration wait(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find()
                ? Duration.ofSeconds(Math.min(LONGEST_SECONDS, Integer.parseInt(wait.group(1))))
                : Duration.ZERO;
    }
}
