package org.nuanxin.dispatch.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;

/** What has been asked for (申请) and not been answered: of a supervisor a pause or an extension, of the resident another window. */
public record Wishes(
        @Nullable Pause pause,
        @Nullable Extension extension,
        @Nullable Window window) {
    static final Wishes NONE = new Wishes(null, null, null);

    public record Pause(PauseReason reason, Instant until, String by, Instant at) {}

    public record Extension(String reason, Instant until, String by, Instant at) {}

    public record Window(Appointment appointment, Holder by, Instant at) {}

    Wishes pause(@Nullable Pause asked) {
        return new Wishes(asked, extension, window);
    }

    Wishes extension(@Nullable Extension asked) {
        return new Wishes(pause, asked, window);
    }

    Wishes window(@Nullable Window asked) {
        return new Wishes(pause, extension, asked);
    }
}
