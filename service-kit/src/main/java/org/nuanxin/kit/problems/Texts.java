package org.nuanxin.kit.problems;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts in the caller's language: Chinese, unless English is asked for. */
public final class Texts {
    private static final ResourceBundle.Control NO_GUESSING =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final int LONGEST_ARGUMENT = 1000;

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static Texts of(Class<?> problem, Locale locale) {
        String module = problem.getPackageName().split("\\.")[2];
        return new Texts(ResourceBundle.getBundle("problems/" + module, Locale.of(locale.getLanguage()), NO_GUESSING));
    }

    String text(String key, Object... arguments) {
        try {
            Object[] shown = Arrays.stream(arguments).map(Texts::shown).toArray();
            return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(shown);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** What somebody sent is told back to them, but not a megabyte of it. */
    private static Object shown(Object argument) {
        return argument instanceof String text && text.length() > LONGEST_ARGUMENT
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_ARGUMENT))) + "…"
                : argument;
    }

    /** What fits an {@code Accept-Language} header best; Chinese where nothing does. */
    public static Locale locale(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> accepted = Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
            Locale best = Locale.lookup(accepted, LANGUAGES);
            return best == null ? language(accepted) : best;
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    private static Locale language(List<Locale.LanguageRange> accepted) {
        return accepted.stream()
                .map(range -> range.getRange().split("-")[0])
                .filter(language -> language.equals("en") || language.equals("zh"))
                .findFirst()
                .map(language -> language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
