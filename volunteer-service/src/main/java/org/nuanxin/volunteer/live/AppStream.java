package org.nuanxin.volunteer.live;

import java.time.Duration;

/** The timeline of one person's app: offers, assignments, and dispatch's words on what the person said. */
public final class AppStream {
    /** How long a call waits for dispatch's word before it answers that it is not known yet. */
    public static final Duration WORD_WAIT = Duration.ofSeconds(2);

    private AppStream() {}

    public static String of(String subject) {
        return "volunteer:" + subject;
    }
}
