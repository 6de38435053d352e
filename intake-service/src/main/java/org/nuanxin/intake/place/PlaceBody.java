package org.nuanxin.intake.place;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.intake.directory.Bilingual;

/** A place as an administrator defines it. */
public record PlaceBody(
        @NotNull Level level,
        @Nullable @Size(max = 64) String parentId,
        @NotNull @Valid Bilingual name,
        @NotNull Point centre) {}
