package org.nuanxin.intake.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.directory.Bilingual;

/** Something to be asked before submission; {@code choices} where one of them is the answer, else free text. */
public record Question(
        @NotBlank @Size(max = 64) String code,
        @NotNull @Valid Bilingual name,
        boolean required,
        @Nullable @Size(max = 50) List<@Valid Choice> choices) {

    /** One of the answers offered. */
    public record Choice(
            @NotBlank @Size(max = 64) String code,
            @NotNull @Valid Bilingual name) {}

    public boolean allows(String answer) {
        return choices == null
                || choices.isEmpty()
                || choices.stream().anyMatch(choice -> choice.code().equals(answer));
    }
}
