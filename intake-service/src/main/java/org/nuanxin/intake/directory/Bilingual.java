package org.nuanxin.intake.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.nuanxin.events.Names;

/** A text somebody sends in both languages. */
public record Bilingual(
        @NotBlank @Size(max = 200) String zh,
        @NotBlank @Size(max = 200) String en) {
    public Names names() {
        return new Names(zh, en);
    }
}
