package org.nuanxin.volunteer.assignment;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.volunteer.directory.Wording.Named;

/** What must be seen to before a request is completed (住户身份已核验). */
record Checklist(List<Named> checks, String language) {

    /** Fails with Invalid: names what is missing, and knows no other checks, since free words must not end up in an event. */
    void mustBeTicked(List<String> ticked) {
        List<String> codes = checks.stream().map(Named::code).toList();
        if (!codes.containsAll(ticked)) throw Invalid.field("checks", Checklist.class, "CheckUnknown");
        String missing = checks.stream()
                .filter(check -> !ticked.contains(check.code()))
                .map(Named::name)
                .collect(joining(language.startsWith("en") ? ", " : "、"));
        if (!missing.isEmpty()) throw Invalid.field("checks", Checklist.class, "CheckMissing", missing);
    }
}
