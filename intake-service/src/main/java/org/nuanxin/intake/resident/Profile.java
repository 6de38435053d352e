package org.nuanxin.intake.resident;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a resident has said of themselves. */
public record Profile(
        @Nullable @Size(max = 100) String name,
        @Nullable @Size(max = 30) String phone,
        @Nullable @Valid Home home,
        @Nullable @Size(max = 20) String language) {
    public static final Profile EMPTY = new Profile(null, null, null, null);

    /** Where they live. */
    public record Home(
            @Nullable @Size(max = 64) String placeId,
            @Nullable @Size(max = 300) String address) {}
}
