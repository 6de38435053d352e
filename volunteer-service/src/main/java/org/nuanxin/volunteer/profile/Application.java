package org.nuanxin.volunteer.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Holder;
import org.nuanxin.events.TravelMode;

/** What somebody says who wants to help. Skills are codes: free words would end up in events. */
record Application(
        @Nullable Kind kind,
        @NotBlank @Size(max = 50) @Pattern(regexp = NAME) String displayName,
        @NotNull @Pattern(regexp = PHONE) String phone,
        @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = CODE) String> skills,
        @NotNull @Pattern(regexp = CODE) String placeId,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = CODE) String> serves,
        @Min(0) @Max(50_000) int radiusMetres,
        @NotNull TravelMode travelMode,
        @NotNull @Size(max = 10) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
        @Min(1) @Max(500) int capacity,
        boolean urgentOnCall,
        @NotNull @Valid Whereabouts position) {
    static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";
    static final String NAME = "[^\\p{Cntrl}]*";
    static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
    static final String PHONE = "\\+?[0-9][0-9 -]{4,24}";

    /** What an applicant may be. */
    enum Kind {
        VOLUNTEER,
        PARTNER
    }

    Holder.Kind holderKind() {
        return Holder.Kind.valueOf(
                Objects.requireNonNullElse(kind, Kind.VOLUNTEER).name());
    }

    Set<String> namedPlaces() {
        Set<String> named = new TreeSet<>(serves);
        named.add(placeId);
        return named;
    }
}
