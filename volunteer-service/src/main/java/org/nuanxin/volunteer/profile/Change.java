package org.nuanxin.volunteer.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.TravelMode;

/** What a volunteer changes about themselves; null leaves it as it is. */
record Change(
        @Size(max = 50) @Pattern(regexp = SOME_NAME) @Nullable
        String displayName,

        @Pattern(regexp = Application.PHONE) @Nullable String phone,
        @Size(min = 1, max = 20) @Nullable List<@NotNull @Pattern(regexp = Application.CODE) String> skills,
        @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = Application.CODE) String> serves,
        @Min(0) @Max(50_000) @Nullable Integer radiusMetres,
        @Nullable TravelMode travelMode,
        @Size(max = 10) @Nullable List<@NotNull @Pattern(regexp = Application.LANGUAGE) String> languages,
        @Min(1) @Max(500) @Nullable Integer capacity,
        @Nullable Boolean urgentOnCall) {
    private static final String SOME_NAME = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";
}
