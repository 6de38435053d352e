package org.nuanxin.intake.progress;

import org.jspecify.annotations.Nullable;

/** The newest of what was told: an older word that comes later changes nothing. */
record Told<T>(@Nullable T value, long version) {
    static <T> Told<T> nothing() {
        return new Told<>(null, 0);
    }

    Told<T> or(@Nullable T other, long otherVersion) {
        return otherVersion > version ? new Told<>(other, otherVersion) : this;
    }
}
