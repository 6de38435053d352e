package org.nuanxin.dispatch.policies;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Urgency;

/**
 * Where a policy holds: {@code default-urgent}, or {@code place:type:urgency} with {@code *} for every type, such as
 * {@code community-1:*:ordinary}.
 *
 * @param place null for everywhere
 * @param type null for every type
 */
record PolicyScope(@Nullable String place, @Nullable String type, Urgency urgency) {
    private static final Pattern FORM = Pattern.compile(
            "default-(?<all>urgent|ordinary)|(?<place>[\\w.-]+):(?<type>[\\w.-]+|\\*):(?<one>urgent|ordinary)");

    static Optional<PolicyScope> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        if (form.group("place") == null) return Optional.of(everywhere(urgency(form.group("all"))));
        String type = form.group("type");
        return Optional.of(
                new PolicyScope(form.group("place"), type.equals("*") ? null : type, urgency(form.group("one"))));
    }

    /** The scopes to look in for a request, the nearest first: a type's own before all types of the place. */
    static Stream<PolicyScope> of(List<String> placePath, String type, Urgency urgency) {
        Stream<PolicyScope> places = placePath.reversed().stream()
                .flatMap(place ->
                        Stream.of(new PolicyScope(place, type, urgency), new PolicyScope(place, null, urgency)));
        return Stream.concat(places, Stream.of(everywhere(urgency)));
    }

    String text() {
        String urgent = urgency == Urgency.URGENT ? "urgent" : "ordinary";
        if (place == null) return "default-" + urgent;
        return place + ":" + (type == null ? "*" : type) + ":" + urgent;
    }

    private static PolicyScope everywhere(Urgency urgency) {
        return new PolicyScope(null, null, urgency);
    }

    private static Urgency urgency(String word) {
        return word.equals("urgent") ? Urgency.URGENT : Urgency.ORDINARY;
    }
}
