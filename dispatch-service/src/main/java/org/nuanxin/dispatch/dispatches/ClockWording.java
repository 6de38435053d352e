package org.nuanxin.dispatch.dispatches;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.ClockStory.Step;
import org.nuanxin.dispatch.handling.Entry;
import org.nuanxin.dispatch.policy.PolicyKey;

/** What was done to a clock, in words; the bundles stand in {@code wording/clocks_<language>.properties}. */
final class ClockWording {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private ClockWording(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static ClockWording in(String language) {
        return new ClockWording(ResourceBundle.getBundle("wording/clocks", Locale.of(language), NO_GUESSING));
    }

    /** The code of an entry: {@code paused}. */
    String what(Entry entry) {
        return Words.of(entry.getClass().getSimpleName());
    }

    String policy(PolicyKey key) {
        return key.scope() + " v" + key.version();
    }

    String text(Step step, @Nullable String reason) {
        Entry entry = step.entry();
        return say(
                what(entry),
                time(entry.at()),
                who(entry.by()),
                reason == null ? "" : known("reason." + reason, reason),
                time(other(entry)),
                policies(entry),
                length(step.used()),
                length(step.granted()),
                time(step.dueAt()));
    }

    /** The other moment an entry speaks of. */
    private static Instant other(Entry entry) {
        return switch (entry) {
            case Entry.Started started -> started.from();
            case Entry.Paused paused -> paused.until();
            case Entry.Extended extended -> extended.until();
            case Entry.Rebooked rebooked -> rebooked.from();
            case Entry.Carried carried -> carried.until();
            default -> entry.at();
        };
    }

    private String policies(Entry entry) {
        return switch (entry) {
            case Entry.Rebased rebased -> policy(rebased.before()) + " → " + policy(rebased.policy());
            case Entry.UnderPolicy under -> policy(under.policy());
            case Entry.Warned warned -> String.valueOf(warned.stage());
            default -> "";
        };
    }

    private String who(String by) {
        return known("by." + by, by);
    }

    private String length(Duration duration) {
        return say("length", String.valueOf(duration.toHours()), String.valueOf(duration.toMinutesPart()));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofPattern(bundle.getString("time"), bundle.getLocale())
                .withZone(ZONE)
                .format(instant);
    }

    private String known(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
