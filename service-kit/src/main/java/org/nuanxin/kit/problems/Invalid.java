package org.nuanxin.kit.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was sent cannot be: says which fields and why. The reasons are keys of the bundle of the class that complains. */
public final class Invalid extends Problem {
    private record Complaint(String field, Class<?> owner, String key, List<Object> arguments) {}

    private final transient List<Complaint> complaints = new ArrayList<>();

    /** Names one field; {@code owner} is a class of the module in whose bundle {@code key} has the reason. */
    public static Invalid field(String field, Class<?> owner, String key, Object... arguments) {
        return new Invalid().and(field, owner, key, arguments);
    }

    /** One more field. */
    public Invalid and(String field, Class<?> owner, String key, Object... arguments) {
        complaints.add(new Complaint(field, owner, key, List.of(arguments)));
        return this;
    }

    @Override
    protected int status() {
        return 400;
    }

    @Override
    protected List<FieldError> errors(Locale locale) {
        return complaints.stream()
                .map(complaint -> new FieldError(
                        complaint.field(),
                        Texts.of(complaint.owner(), locale)
                                .text(complaint.key(), complaint.arguments().toArray())))
                .toList();
    }
}
