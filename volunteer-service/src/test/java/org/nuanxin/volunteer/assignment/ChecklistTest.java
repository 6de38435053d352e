package org.nuanxin.volunteer.assignment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.volunteer.directory.Wording.Named;

/** A checklist … */
class ChecklistTest {
    final Checklist medicine =
            new Checklist(List.of(new Named("handed-over", "Handed to the person"), new Named("paid", "Paid")), "en");

    @Test
    void is_done_when_everything_is_ticked_in_any_order() {
        assertThatCode(() -> medicine.mustBeTicked(List.of("paid", "handed-over")))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Checklist(List.of(), "en").mustBeTicked(List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void is_not_done_while_something_is_missing() {
        assertThatThrownBy(() -> medicine.mustBeTicked(List.of("paid"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> medicine.mustBeTicked(List.of())).isInstanceOf(Invalid.class);
    }

    @Test
    void takes_no_words_of_its_own() {
        assertThatThrownBy(() -> medicine.mustBeTicked(List.of("paid", "handed-over", "she was asleep")))
                .isInstanceOf(Invalid.class);
    }
}
