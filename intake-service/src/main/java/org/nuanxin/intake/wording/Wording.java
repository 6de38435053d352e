package org.nuanxin.intake.wording;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts for people; the bundles stand in {@code wording/intake_<language>.properties}. */
public final class Wording {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Wording(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** @param language {@code zh} or {@code en} */
    public static Wording in(String language) {
        return new Wording(ResourceBundle.getBundle("wording/intake", Locale.of(language), NO_GUESSING));
    }

    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /** As one says it: the day and the hour where the street is. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern(bundle.getString("time"), bundle.getLocale())
                .withZone(ZONE)
                .format(instant);
    }
}
