package org.nuanxin.intake.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.intake.directory.Bilingual;

/** A service type as an administrator defines it; offered unless said otherwise. */
public record ServiceTypeBody(
        @NotNull @Valid Bilingual name,
        @NotNull HandledBy handledBy,
        @Nullable @Size(min = 1, max = 64) String skill,
        @NotNull Urgency urgency,
        @NotNull Visibility visibility,
        @Nullable @Size(max = 50) List<@NotNull @Valid Question> questions,
        @Nullable @Size(max = 50) List<@NotNull @Valid CheckBody> checks,
        @NotNull @Valid Bilingual fee,
        @Nullable @Valid Bilingual emergencyText,
        @Nullable Boolean offered) {

    /** Something to be seen to before completion. */
    public record CheckBody(
            @NotBlank @Size(max = 64) String code,
            @NotNull @Valid Bilingual name) {}

    ServiceType as(String code) {
        List<CheckBody> toTick = Objects.requireNonNullElse(checks, List.of());
        return new ServiceType(
                code,
                name.names(),
                handledBy,
                skill,
                urgency,
                visibility,
                Objects.requireNonNullElse(questions, List.of()),
                toTick.stream()
                        .map(check -> new Check(check.code(), check.name().names()))
                        .toList(),
                fee.names(),
                emergencyText == null ? null : emergencyText.names(),
                !Boolean.FALSE.equals(offered));
    }
}
