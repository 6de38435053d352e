package org.nuanxin.dispatch.dispatches;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Wishes;
import org.nuanxin.events.Appointment;

/** What has been asked for and not been answered; null where nothing was. */
public record WishesView(
        @Nullable PauseView pause,
        @Nullable ExtensionView extension,
        @Nullable WindowView appointment) {

    public record PauseView(String reason, Instant until, String by, Instant at) {}

    public record ExtensionView(String reason, Instant until, String by, Instant at) {}

    public record WindowView(Appointment window, String by, Instant at) {}

    static WishesView of(Wishes wishes) {
        Wishes.Pause pause = wishes.pause();
        Wishes.Extension extension = wishes.extension();
        Wishes.Window window = wishes.window();
        return new WishesView(
                pause == null ? null : new PauseView(Words.of(pause.reason()), pause.until(), pause.by(), pause.at()),
                extension == null
                        ? null
                        : new ExtensionView(extension.reason(), extension.until(), extension.by(), extension.at()),
                window == null
                        ? null
                        : new WindowView(window.appointment(), window.by().subject(), window.at()));
    }
}
