package org.nuanxin.feedback.rating;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Solved;
import org.nuanxin.feedback.matter.Words;
import org.nuanxin.kit.problems.Invalid;

/**
 * What somebody says about a completion.
 *
 * @param reopen whether another try is wanted, where it was not solved
 * @param sameHelperWanted whether the first helper of a personal matter may be asked again
 */
record Opinion(
        @NotNull Solved solved,
        @NotNull @Min(1) @Max(5) Integer score,
        @Size(max = 10) List<@NotNull @Pattern(regexp = "[^\\x00]{1,30}") String> tags,
        @Words @Nullable String words,
        boolean reopen,
        boolean sameHelperWanted) {

    @SuppressWarnings({"ConstantConditions", "NullAway"}) // a body may leave tags out
    Opinion {
        tags = tags == null ? List.of() : tags;
    }

    /** What is solved needs no second try. */
    void check() {
        if (reopen && solved == Solved.YES) throw Invalid.field("reopen", Opinion.class, "SolvedNeedsNoReopening");
    }
}
