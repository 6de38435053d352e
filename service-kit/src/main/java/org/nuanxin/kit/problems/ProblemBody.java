package org.nuanxin.kit.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** The body of RFC 9457; {@code type} stays about:blank, the title names the rule. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        List<Problem.FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {}
