package org.nuanxin.stack.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page, or a piece of one, with {@code {{names}}} in it. What is filled in is text; only pieces are markup. */
public final class Template {
    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

    private final String text;

    public Template(String text) {
        this.text = text;
    }

    public static Template resource(Class<?> beside, String file) {
        try (InputStream stream = beside.getResourceAsStream(file)) {
            return new Template(
                    new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(Map<String, String> values) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(escaped(value(values, name.group(1)))));
    }

    /** The same, for values that are pieces of markup already; other values are escaped. */
    public String page(Map<String, String> values, Map<String, String> pieces) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        pieces.containsKey(name.group(1))
                                ? value(pieces, name.group(1))
                                : escaped(value(values, name.group(1)))));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
