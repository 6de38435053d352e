package org.nuanxin.kit.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The body of RFC 9457; {@code type} stays about:blank, the title names the rule. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        List<Problem.FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** Nobody reads more, and what is wrong with each of many thousand elements is told by the first. */
    private static final int MOST_ERRORS = 50;

    ProblemBody {
        errors = errors.stream().limit(MOST_ERRORS).toList();
    }

    /** One of the kit's own. */
    static ProblemBody of(int status, String title, Locale locale, Problem.FieldError... errors) {
        String detail = Texts.of(ProblemBody.class, locale).text(title);
        return new ProblemBody("about:blank", title, status, detail, List.of(errors), Map.of());
    }
}
