package org.nuanxin.kit.problems;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that was broken, told to the caller as {@code application/problem+json}. The title is the name of the class; the
 * detail stands under that name in the bundle {@code problems/<module>_<language>.properties}, with {@code {0}} … for the
 * arguments, where module is the third part of the class's package.
 */
public abstract class Problem extends RuntimeException {
    private final transient List<Object> arguments;

    protected Problem(Object... arguments) {
        super(null, null, false, false); // a broken rule is an answer, not a fault: no stack trace
        this.arguments = List.of(arguments);
    }

    /** The HTTP status; 409 unless a subclass says otherwise. */
    protected int status() {
        return 409;
    }

    /** Seconds after which it may work, for {@code Retry-After}; null where waiting does not help. */
    protected @Nullable Integer retryAfter() {
        return null;
    }

    /** The one field that breaks the rule, as a path; null where it is none of them, or not one alone. */
    protected @Nullable String field() {
        return null;
    }

    protected List<FieldError> errors(Locale locale) {
        String field = field();
        return field == null ? List.of() : List.of(new FieldError(field, detail(locale)));
    }

    /** Further members of the body. */
    protected Map<String, Object> members() {
        return Map.of();
    }

    String detail(Locale locale) {
        return Texts.of(getClass(), locale).text(getClass().getSimpleName(), arguments.toArray());
    }

    @Override
    public String getMessage() {
        return getClass().getSimpleName() + arguments;
    }

    /** What is wrong with one field; {@code field} is a path such as {@code contact.phone}. */
    public record FieldError(String field, String reason) {}
}
