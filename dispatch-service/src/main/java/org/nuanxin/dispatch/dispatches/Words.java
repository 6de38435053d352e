package org.nuanxin.dispatch.dispatches;

import java.util.Locale;

/** The engine's names as clients read and write them: {@code ON_THE_WAY} is {@code on_the_way}. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> name) {
        return of(name.name());
    }

    public static String of(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public static String name(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
